package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.ChannelException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The access token of one application: fetched by one thread while the others wait, and dropped
 * only by those who used exactly this one, so that a late complaint about an old token does not
 * kill a fresh one. Safe for many threads; says nothing to any log.
 */
final class Token {
  /** It is renewed before DingTalk forgets it: it usually lives two hours. */
  static final Duration EARLY = Duration.ofMinutes(10);

  /** How long a refusal is believed: many messages may wait for the same mended secret. */
  static final Duration REFUSED = Duration.ofSeconds(10);

  private static final Held NOTHING = new Held("", Instant.MIN);
  private final Clock clock;
  private final TokenSource source;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile Held held = NOTHING;
  private String bad = "";
  private Optional<Refusal> refusal = Optional.empty();

  Token(Clock clock, TokenSource source) {
    this.clock = clock;
    this.source = source;
  }

  private record Held(String value, Instant until) {}

  private record Refusal(String reason, Duration after, Instant until) {}

  /** One that should work. */
  String current() throws ChannelException {
    Held now = held;
    if (clock.instant().isBefore(now.until())) {
      return now.value();
    }
    turn.lock();
    try {
      Instant moment = clock.instant();
      if (!moment.isBefore(held.until())) {
        held = fetched(moment);
      }
      return held.value();
    } finally {
      turn.unlock();
    }
  }

  /** DingTalk did not take this one. */
  void drop(String used) {
    turn.lock();
    try {
      if (held.value().equals(used)) {
        held = NOTHING;
        bad = used;
      }
    } finally {
      turn.unlock();
    }
  }

  private Held fetched(Instant moment) throws ChannelException {
    Optional<Refusal> believed = refusal.filter(no -> moment.isBefore(no.until()));
    if (believed.isPresent()) {
      throw new ChannelException.Retry(believed.get().after(), believed.get().reason());
    }
    try {
      TokenSource.Fresh fresh = source.fetch(bad);
      Duration life = fresh.life();
      Duration use = life.compareTo(EARLY.multipliedBy(2)) > 0 ? life.minus(EARLY) : life;
      bad = "";
      return new Held(fresh.value(), moment.plus(use));
    } catch (ChannelException.Retry e) {
      // What never left this machine is no refusal, and may work a moment later.
      if (e.after().compareTo(REFUSED) >= 0) {
        refusal =
            Optional.of(
                new Refusal(String.valueOf(e.getMessage()), e.after(), moment.plus(REFUSED)));
      }
      throw e;
    }
  }
}
