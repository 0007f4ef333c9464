package io.kouxin.integrations.channel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls within the process. */
final class LocalWakeups implements Wakeups {
  private static final Logger LOG = LoggerFactory.getLogger(LocalWakeups.class);
  private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();

  @Override
  public void publish(String topic) {
    listeners.getOrDefault(topic, List.of()).forEach(Listener::call);
  }

  @Override
  public void subscribe(String topic, Runnable look) {
    listeners
        .computeIfAbsent(topic, any -> new CopyOnWriteArrayList<>())
        .add(new Listener(topic, look));
  }

  private record Listener(String topic, Runnable look, AtomicInteger calls) {
    Listener(String topic, Runnable look) {
      this(topic, look, new AtomicInteger());
    }

    /** Only the first of several calls starts a thread; it goes on while more have come. */
    void call() {
      if (calls.getAndIncrement() == 0) {
        Thread.ofVirtual().name("wake-up " + topic).start(this::answer);
      }
    }

    private void answer() {
      int answered;
      do {
        answered = calls.get();
        once();
      } while (!calls.compareAndSet(answered, 0));
    }

    private void once() {
      try {
        look.run();
      } catch (RuntimeException e) {
        LOG.warn("a wake-up for {} failed", topic, e);
      }
    }
  }
}
