package io.kouxin.integrations.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Leases in memory. */
final class LocalLeases implements Leases {
  private final Clock clock;
  private final Map<String, Held> held = new HashMap<>();

  LocalLeases(Clock clock) {
    this.clock = clock;
  }

  private record Held(String owner, Instant until) {}

  @Override
  public synchronized boolean take(String name, String owner, Duration life) {
    forgetEnded();
    Held now = held.get(name);
    return (now == null || now.owner().equals(owner)) && hold(name, owner, life);
  }

  @Override
  public synchronized boolean renew(String name, String owner, Duration life) {
    forgetEnded();
    Held now = held.get(name);
    return now != null && now.owner().equals(owner) && hold(name, owner, life);
  }

  @Override
  public synchronized void release(String name, String owner) {
    held.entrySet().removeIf(e -> e.getKey().equals(name) && e.getValue().owner().equals(owner));
  }

  private boolean hold(String name, String owner, Duration life) {
    held.put(name, new Held(owner, clock.instant().plus(life)));
    return true;
  }

  private void forgetEnded() {
    Instant now = clock.instant();
    held.values().removeIf(lease -> !now.isBefore(lease.until()));
  }
}
