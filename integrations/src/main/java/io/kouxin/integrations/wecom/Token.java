package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.SharedTokens;
import io.kouxin.integrations.channel.SharedTokens.Fresh;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;

/**
 * The access token of one application, shared by all nodes: two that fetched their own would end
 * each other's. Safe for many threads; says nothing to any log.
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
  private final SharedTokens tokens;
  private final String name;
  private final Source source;
  private final ReentrantLock turn = new ReentrantLock();
  private Refusal refusal = new Refusal(new WxError(), Instant.MIN);

  /** The one of this application, from this source. */
  Token(SharedTokens tokens, WeComAccess access, Clock clock, Source source) {
    this.tokens = tokens;
    this.name = WeCom.NAME + ":" + access.corpId() + ":" + access.agentId();
    this.clock = clock;
    this.source = source;
  }

  /** Where tokens come from. */
  interface Source {
    WxAccessToken fetch() throws WxErrorException;
  }

  private record Refusal(WxError error, Instant until) {}

  /** One that should work. */
  String current() throws WxErrorException {
    return tokens.current(name, this::fetched);
  }

  /** WeCom did not take this one. */
  void drop(String used) {
    tokens.drop(name, used);
  }

  private Fresh fetched() throws WxErrorException {
    turn.lock();
    try {
      Instant moment = clock.instant();
      if (moment.isBefore(refusal.until())) {
        throw new WxErrorException(refusal.error());
      }
      try {
        WxAccessToken fresh = source.fetch();
        Duration life = Duration.ofSeconds(fresh.getExpiresIn());
        boolean isLong = life.compareTo(EARLY.multipliedBy(2)) > 0;
        return new Fresh(fresh.getAccessToken(), isLong ? life.minus(EARLY) : life);
      } catch (WxErrorException e) {
        refusal = new Refusal(e.getError(), moment.plus(REFUSED));
        throw e;
      }
    } finally {
      turn.unlock();
    }
  }
}
