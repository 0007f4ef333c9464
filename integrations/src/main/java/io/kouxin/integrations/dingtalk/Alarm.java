package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.ChannelException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The DING beside an urgent message. It never decides about the message: where DingTalk does not
 * take it, such as without a DING left, what the robot said stands alone. One key rings once, as
 * far as this process remembers. Safe for many threads.
 */
final class Alarm {
  private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);
  private static final int REMEMBERED = 1_000;

  /** A DING is a glance at a phone; the message itself says the rest. */
  private static final int LONGEST = 200;

  /** After a no that an administrator has to mend, others would only hear the same. */
  private static final Duration LONG_PAUSE = Duration.ofHours(1);

  private final Ding ding;
  private final Optional<Ding.Way> way;
  private final Clock clock;
  private final Map<String, String> rung = new Recent<>(REMEMBERED);
  private Instant silentUntil = Instant.EPOCH;

  Alarm(DingTalkApi api, Beyond beyond, Clock clock) {
    this.ding = new Ding(api);
    this.way = beyond.ding();
    this.clock = clock;
  }

  /**
   * Rings.
   *
   * @return the receipt; empty if it did not ring
   */
  Optional<String> ring(Recipient recipient, String key, String words) {
    if (way.isEmpty() || recipient.group()) {
      return Optional.empty();
    }
    synchronized (this) {
      String name = recipient.name() + '\n' + key;
      if (rung.get(name) instanceof String known) {
        return Optional.of(known);
      }
      Optional<String> receipt =
          clock.instant().isBefore(silentUntil) ? Optional.empty() : rung(recipient, words);
      receipt.ifPresent(made -> rung.put(name, made));
      return receipt;
    }
  }

  private Optional<String> rung(Recipient recipient, String words) {
    String glance = DingTalkChannel.LIMITS.cut(words.strip(), LONGEST);
    try {
      return Optional.of(
          Receipts.ding(ding.send(way.orElseThrow(), List.of(recipient.name()), glance)));
    } catch (ChannelException.Retry later) {
      silentUntil = clock.instant().plus(pause(later));
      LOG.warn("No DING, the message stands alone: {}", later.getMessage());
    } catch (ChannelException no) {
      LOG.warn("No DING, the message stands alone: {}", no.getMessage());
    }
    return Optional.empty();
  }

  private static Duration pause(ChannelException.Retry later) {
    return later.after().compareTo(LONG_PAUSE) < 0 ? later.after() : LONG_PAUSE;
  }
}
