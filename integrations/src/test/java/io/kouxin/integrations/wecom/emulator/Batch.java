package io.kouxin.integrations.wecom.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Many callbacks at once.
 *
 * @param accepted how many the application has
 * @param millis for all of them
 * @param slowest milliseconds of the slowest attempt
 * @param last what became of the last one
 */
record Batch(int asked, long accepted, long millis, long slowest, Delivery last) {
  private static final int AT_ONCE = 64;

  static Batch run(int times, Supplier<Delivery> one) {
    long start = System.nanoTime();
    List<Future<Delivery>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(times, AT_ONCE))) {
      for (int n = 0; n < times; n++) {
        running.add(threads.submit(one::get));
      }
    }
    List<Delivery> done = running.stream().map(Batch::result).toList();
    return new Batch(
        times,
        done.stream().filter(Delivery::isAccepted).count(),
        (System.nanoTime() - start) / 1_000_000,
        done.stream()
            .flatMap(each -> each.attempts().stream())
            .mapToLong(Delivery.Attempt::millis)
            .max()
            .orElse(0),
        done.getLast());
  }

  private static Delivery result(Future<Delivery> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
