package io.kouxin.integrations.wecom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;

/**
 * The access token of one application: fetched by one thread while the others wait, and dropped
 * only by those who used exactly this one, so that a late complaint about an old token does not
 * kill a fresh one. Safe for many threads; says nothing to any log.
 */
final class Token {
  /** It is renewed before WeCom forgets it: {@code expires_in} is usually two hours. */
  private static final Duration EARLY = Duration.ofSeconds(200);

  /**
   * How long a refusal is believed. WeCom blocks whoever fails 2000 times in an hour, and many
   * people's messages may wait for the same mended secret.
   */
  static final Duration REFUSED = Duration.ofSeconds(10);

  private final Clock clock;
  private final Source source;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile Held held = new Held("", Instant.MIN);
  private Refusal refusal = new Refusal(new WxError(), Instant.MIN);

  /** From this source. */
  Token(Clock clock, Source source) {
    this.clock = clock;
    this.source = source;
  }

  /** Where tokens come from. */
  interface Source {
    WxAccessToken fetch() throws WxErrorException;
  }

  private record Held(String value, Instant until) {}

  private record Refusal(WxError error, Instant until) {}

  /** One that should work. */
  String current() throws WxErrorException {
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

  /** WeCom did not take this one. */
  void drop(String used) {
    turn.lock();
    try {
      if (held.value().equals(used)) {
        held = new Held("", Instant.MIN);
      }
    } finally {
      turn.unlock();
    }
  }

  private Held fetched(Instant moment) throws WxErrorException {
    if (moment.isBefore(refusal.until())) {
      throw new WxErrorException(refusal.error());
    }
    try {
      WxAccessToken fresh = source.fetch();
      Duration life = Duration.ofSeconds(fresh.getExpiresIn());
      Duration use = life.compareTo(EARLY.multipliedBy(2)) > 0 ? life.minus(EARLY) : life;
      return new Held(fresh.getAccessToken(), moment.plus(use));
    } catch (WxErrorException e) {
      refusal = new Refusal(e.getError(), moment.plus(REFUSED));
      throw e;
    }
  }
}
