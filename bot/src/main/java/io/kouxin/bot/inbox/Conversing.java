package io.kouxin.bot.inbox;

import io.kouxin.bot.inbox.Message.State;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.work.Wakes;
import io.kouxin.bot.work.Work;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has the messages of one conversation worked on in order. It stops at a message whose words are
 * not there yet, and at nothing else; one whose bytes the platform withholds is overtaken after
 * {@link Fetching#IN_ORDER}.
 */
public final class Conversing implements Work {
  static final String NAME = "converse";

  /** The journal's word for a message of somebody nobody knows; its subject is their account. */
  static final String SENDER_UNKNOWN = "sender.unknown";

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Wakes wakes;
  private final JdbcInbox inbox;
  private final Supplier<Handler> handler;

  /**
   * Over an inbox.
   *
   * @param handler asked at each message, because the handler may need the inbox itself
   */
  public Conversing(JdbcInbox.Ground ground, JdbcInbox inbox, Supplier<Handler> handler) {
    this.jdbc = ground.jdbc();
    this.transactions = ground.transactions();
    this.clock = ground.clock();
    this.wakes = ground.wakes();
    this.inbox = inbox;
    this.handler = handler;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Instant> next(String key) {
    return head(key).filter(message -> message.state() == State.READY).map(Message::receivedAt);
  }

  @Override
  public void step(String key) throws Exception {
    Optional<Message> ready = head(key).filter(message -> message.state() == State.READY);
    if (ready.isEmpty()) {
      return;
    }
    Message message = ready.get();
    switch (handler.get().handle(message)) {
      case Handler.Outcome.Done done ->
          transactions.executeWithoutResult(
              status -> finish(message.id(), State.DONE, done.effects()));
      case Handler.Outcome.Hold hold ->
          transactions.executeWithoutResult(status -> hold(message, hold.effects()));
    }
  }

  private void finish(String id, State state, Runnable effects) {
    int claimed =
        jdbc.sql(
                "UPDATE inbox SET state = :state, done_at = :now WHERE id = :id AND done_at IS NULL")
            .param("state", state.name())
            .param("now", clock.millis())
            .param("id", id)
            .update();
    if (claimed == 1) {
      effects.run();
    }
  }

  private void hold(Message message, Runnable effects) {
    int claimed =
        jdbc.sql("UPDATE inbox SET state = 'HELD' WHERE id = :id AND state = 'READY'")
            .param("id", message.id())
            .update();
    if (claimed == 1) {
      effects.run();
      inbox.note(SENDER_UNKNOWN, new Account(message.channel(), message.sender()).key());
      wakes.wakeAt(LettingGo.NAME, LettingGo.KEY, LettingGo.when(message.receivedAt()));
    }
  }

  @Override
  public Optional<String> setAside(String key, String reason) {
    Optional<Message> head = head(key).filter(message -> message.state() == State.READY);
    head.ifPresent(this::giveUp);
    return head.map(Message::id);
  }

  private void giveUp(Message message) {
    Runnable apology = handler.get().givenUp(message);
    finish(
        message.id(),
        State.DEAD,
        () -> {
          apology.run();
          inbox.note("message.given-up", message.id());
        });
  }

  @Override
  public void revive(String id) {
    jdbc.sql("UPDATE inbox SET state = 'READY', done_at = NULL WHERE id = :id AND state = 'DEAD'")
        .param("id", id)
        .update();
    inbox.wakeConversation(id);
  }

  private Optional<Message> head(String key) {
    return jdbc.sql(
            """
            SELECT * FROM inbox
            WHERE channel = :channel AND conversation = :conversation AND done_at IS NULL
              AND state IN ('FETCHING', 'HEARING', 'READY')
              AND NOT (state = 'FETCHING' AND fetch_at IS NOT NULL AND received_at < :overtaken)
            ORDER BY id LIMIT 1
            """)
        .param("overtaken", clock.instant().minus(Fetching.IN_ORDER).toEpochMilli())
        .param("channel", Lanes.channel(key))
        .param("conversation", Lanes.conversation(key))
        .query(inbox::message)
        .optional();
  }
}
