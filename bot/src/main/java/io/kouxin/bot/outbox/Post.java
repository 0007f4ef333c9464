package io.kouxin.bot.outbox;

import io.kouxin.bot.people.People.Account;
import io.kouxin.integrations.channel.Outbound;
import java.time.Instant;
import java.util.Optional;

/**
 * A message about to be queued.
 *
 * @param to whom
 * @param message what
 * @param owner the {@link TapHandler#owner} whose room gets the taps; empty for messages without
 *     buttons
 * @param subject what the message is about, in the words of the owner; empty if there is none
 * @param notBefore when it may leave; empty for at once
 * @param punctual worth nothing later: the push budget counts it and never puts it off
 */
public record Post(
    Account to,
    Outbound message,
    String owner,
    String subject,
    Optional<Instant> notBefore,
    boolean punctual) {

  /** A message that may wait for a better moment. */
  public Post(
      Account to, Outbound message, String owner, String subject, Optional<Instant> notBefore) {
    this(to, message, owner, subject, notBefore, false);
  }

  /** A message without buttons. */
  public static Post plain(Account to, Outbound message) {
    return new Post(to, message, "", "", Optional.empty());
  }

  /** A message whose taps belong to a room. */
  public static Post owned(Account to, Outbound message, String owner, String subject) {
    return new Post(to, message, owner, subject, Optional.empty());
  }

  /** A message for this very moment, however much the recipient got today. */
  public static Post punctual(Account to, Outbound message, String owner, String subject) {
    return new Post(to, message, owner, subject, Optional.empty(), true);
  }
}
