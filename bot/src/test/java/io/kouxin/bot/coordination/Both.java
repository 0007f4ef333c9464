package io.kouxin.bot.coordination;

import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.Outbound;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two nodes that send at the same time. */
final class Both {
  /** Twenty on each. */
  static final int THREADS = 40;

  private Both() {}

  /** Each thread one message; fails if one of them cannot be sent. */
  static void send(List<? extends Channel> nodes, String recipient, String round) throws Exception {
    var start = new CyclicBarrier(THREADS);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> sent = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        var message = new Outbound.Reply(round + '-' + thread, "话 " + round + thread);
        Channel channel = nodes.get(thread % nodes.size());
        sent.add(
            pool.submit(
                () -> {
                  start.await();
                  return channel.deliver(recipient, message);
                }));
      }
      for (Future<?> each : sent) {
        each.get();
      }
    }
  }
}
