package io.kouxin.bot.inbox;

import io.kouxin.integrations.channel.Inbound;
import java.util.List;
import java.util.Optional;

/** What arrived, kept once. */
public interface Inbox {

  /**
   * Keeps a message in one transaction; when this returns, it is safe and the platform may be told
   * so. A repeat (same channel and message id) changes nothing and gets the same answer.
   */
  Receipt accept(Inbound inbound);

  /** One message. */
  Optional<Message> find(String id);

  /** The latest messages of one sender, newest last. */
  List<Message> of(String channel, String sender, int limit);

  /** How many messages wait to be worked on. */
  long waiting();

  /** How many of them wait for bytes that the platform was asked for and did not give yet. */
  long unfetched();

  /** What became of a message that was handed in. */
  record Receipt(String id, boolean repeat) {}
}
