package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.SharedTokens;
import io.kouxin.integrations.channel.SharedTokens.Fresh;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The access token of one application, shared by all nodes. Nothing would end another's (asked
 * twice, DingTalk gives the same one, KB:obtain-the-access-token-of-an-internal-app), but whoever
 * fetches one for each node and each start is throttled. Safe for many threads; says nothing to any
 * log.
 */
final class Token {
  /** It is renewed before DingTalk forgets it: it usually lives two hours. */
  static final Duration EARLY = Duration.ofMinutes(10);

  /** How long a refusal is believed: many messages may wait for the same mended secret. */
  static final Duration REFUSED = Duration.ofSeconds(10);

  private final Clock clock;
  private final SharedTokens tokens;
  private final String name;
  private final Source source;
  private final ReentrantLock turn = new ReentrantLock();
  private Optional<Refusal> refusal = Optional.empty();

  Token(SharedTokens tokens, DingTalkAccount account, Clock clock, Source source) {
    this.tokens = tokens;
    this.name = DingTalk.NAME + ":" + account.clientId();
    this.clock = clock;
    this.source = source;
  }

  /** Where tokens come from. */
  interface Source {
    Fresh fetch() throws ChannelException;
  }

  private record Refusal(String reason, Duration after, Instant until) {}

  /** One that should work. */
  String current() throws ChannelException {
    return tokens.current(name, this::fetched);
  }

  /** DingTalk did not take this one. */
  void drop(String used) {
    tokens.drop(name, used);
  }

  private Fresh fetched() throws ChannelException {
    turn.lock();
    try {
      return asked(clock.instant());
    } finally {
      turn.unlock();
    }
  }

  private Fresh asked(Instant moment) throws ChannelException {
    Optional<Refusal> believed = refusal.filter(no -> moment.isBefore(no.until()));
    if (believed.isPresent()) {
      throw new ChannelException.Retry(believed.get().after(), believed.get().reason());
    }
    try {
      Fresh fresh = source.fetch();
      boolean isLong = fresh.life().compareTo(EARLY.multipliedBy(2)) > 0;
      return isLong ? new Fresh(fresh.value(), fresh.life().minus(EARLY)) : fresh;
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
