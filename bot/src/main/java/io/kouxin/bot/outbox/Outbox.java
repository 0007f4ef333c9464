package io.kouxin.bot.outbox;

import io.kouxin.integrations.channel.Card;
import java.util.List;
import java.util.Optional;

/** What we say: leaves once, in order per recipient. */
public interface Outbox {

  /**
   * Queues a message in the caller's transaction. The same key again changes nothing.
   *
   * @return whether it was new
   */
  boolean post(Post post);

  /** The message with this key. */
  Optional<Posted> find(String key);

  /** The latest face of a card, changes included; empty if the key is no card's. */
  Optional<Card> face(String card);

  /** The latest messages to one recipient, newest last. */
  List<Posted> to(String channel, String recipient, int limit);

  /**
   * All messages, newest first, optionally in one state; {@code after} is the id of the last one
   * seen.
   */
  List<Posted> list(Optional<Posted.State> state, Optional<String> after, int limit);

  /** How many messages wait to leave. */
  long waiting();

  /** How many wait although they were tried; what waits behind them is not counted. */
  long held();

  /**
   * The platform has given a card a fresh handle for its next change. Takes part in the caller's
   * transaction; a handle that a change has used up already is not taken back.
   */
  void renew(String card, String handle);

  /** The message with this id. */
  Optional<Posted> get(String id);

  /**
   * Takes a message back: what has not left never does, and what has left is taken out of the chat;
   * where a platform keeps it, this text follows. Once for each message, in the caller's
   * transaction if there is one.
   *
   * @param by the person who wanted it; empty for the service itself
   * @return false if that was asked before, or there is nothing to take back
   */
  boolean recall(Posted wrong, String text, Optional<String> by);

  /** Has a refused or doubtful message tried again. False if it is in another state. */
  boolean retry(String id);
}
