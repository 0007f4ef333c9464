package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Whose turn it is to hold the one connection that a bot may have. For one thread at a time. */
final class Tenure {
  /** So long a node that died holds the others up. */
  static final Duration LIFE = Duration.ofSeconds(15);

  private static final Duration RENEW = Duration.ofSeconds(3);
  private static final Duration TRY = Duration.ofSeconds(2);
  private final Leases leases;
  private final String name;
  private final Clock clock;
  private final String owner = UUID.randomUUID().toString();
  private boolean ours;
  private Instant due = Instant.EPOCH;

  Tenure(Leases leases, String botId, Clock clock) {
    this.leases = leases;
    this.name = "wecom-aibot:" + botId;
    this.clock = clock;
  }

  /** Whether it is ours, asked again every few seconds. */
  boolean isOurs() {
    Instant now = clock.instant();
    if (!now.isBefore(due)) {
      // A turn that ended while this node was paused may be taken again, if nobody has done so.
      boolean held = ours && leases.renew(name, owner, LIFE);
      ours = held || leases.take(name, owner, LIFE);
      due = now.plus(ours ? RENEW : TRY);
    }
    return ours;
  }

  /** Another may have it at once. */
  void end() {
    ours = false;
    leases.release(name, owner);
  }
}
