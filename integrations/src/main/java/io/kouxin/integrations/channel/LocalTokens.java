package io.kouxin.integrations.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Tokens in memory: one thread fetches while the others wait. */
final class LocalTokens implements SharedTokens {
  private final Clock clock;
  private final Map<String, Slot> slots = new ConcurrentHashMap<>();

  LocalTokens(Clock clock) {
    this.clock = clock;
  }

  private record Held(String value, Instant until) {
    static final Held NONE = new Held("", Instant.MIN);
  }

  private static final class Slot {
    final ReentrantLock turn = new ReentrantLock();
    volatile Held held = Held.NONE;
  }

  @Override
  public <E extends Exception> String current(String name, Source<E> source) throws E {
    Slot slot = slots.computeIfAbsent(name, any -> new Slot());
    Held now = slot.held;
    if (clock.instant().isBefore(now.until())) {
      return now.value();
    }
    slot.turn.lock();
    try {
      Instant moment = clock.instant();
      if (moment.isBefore(slot.held.until())) {
        return slot.held.value();
      }
      Fresh fresh = source.fetch();
      slot.held = new Held(fresh.value(), moment.plus(fresh.life()));
      return fresh.value();
    } finally {
      slot.turn.unlock();
    }
  }

  @Override
  public void drop(String name, String used) {
    Slot slot = slots.computeIfAbsent(name, any -> new Slot());
    slot.turn.lock();
    try {
      if (slot.held.value().equals(used)) {
        slot.held = Held.NONE;
      }
    } finally {
      slot.turn.unlock();
    }
  }
}
