package io.kouxin.bot.outbox;

import io.kouxin.bot.people.People.Account;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Outbound;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that was queued.
 *
 * @param card the key of the card it shows or changes, empty for plain words
 * @param reason why it was refused or is doubtful, or why it waits although it was tried: {@code
 *     pace}, or what the channel said
 * @param sentAt when it left; of a doubtful one, when it may have
 * @param mergedInto the key of the message that carries its words
 * @param way by which it went, once it left
 */
public record Posted(
    String id,
    Account to,
    Outbound message,
    Optional<String> card,
    String owner,
    String subject,
    State state,
    Optional<String> reason,
    Instant createdAt,
    Optional<Instant> sentAt,
    Optional<String> mergedInto,
    Optional<Delivered.Way> way) {

  /** How far it has come. */
  public enum State {
    WAITING,
    SENT,
    /** The platform will never take it. */
    REFUSED,
    /**
     * It left, nobody knows whether it arrived, and the platform would show a repeat twice: a
     * person decides.
     */
    DOUBTFUL,
    /** It was taken back, before it left or after. */
    RECALLED
  }
}
