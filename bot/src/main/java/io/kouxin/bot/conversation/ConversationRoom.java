package io.kouxin.bot.conversation;

import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.customer.KnownCustomers;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.hearing.Words;
import io.kouxin.bot.inbox.Handler;
import io.kouxin.bot.inbox.Inbox;
import io.kouxin.bot.inbox.Message;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.outbox.TapHandler;
import io.kouxin.bot.outbox.Taps;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.integrations.channel.Inbound;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** The room, put together: who handles messages, who handles taps, who reacts to changes. */
public final class ConversationRoom {
  private final Handler handler;
  private final TapHandler taps;
  private final Reaction repaint;

  /** What the room knows of the record. */
  public record Knowledge(
      FollowUps followUps,
      Customers customers,
      KnownCustomers known,
      Library library,
      Understanding understanding,
      People people,
      Inbox inbox) {}

  /**
   * How the room talks.
   *
   * @param language for people nobody knows
   * @param joining how long a second memo about the same customer joins the first
   */
  public record Manner(
      Speaker speaker,
      Matters matters,
      Taps taps,
      Clock clock,
      Locale language,
      Supplier<Duration> joining) {}

  /** With its collaborators. */
  public ConversationRoom(Knowledge knowledge, Manner manner, JsonMapper json) {
    var desk = new Editing.Desk(manner.speaker(), manner.matters(), manner.clock());
    FollowUps followUps = knowledge.followUps();
    Customers customers = knowledge.customers();
    var questions = new Questions(knowledge.understanding(), knowledge.library(), manner.clock());
    var faces = new Faces(questions, card -> manner.speaker().face(card).isPresent());
    var pictures = new Pictures(followUps, questions, desk);
    var corrections = new Corrections(knowledge.understanding(), knowledge.library());
    var editing = new Editing(followUps, customers, corrections, questions, desk);
    var answers = new Answers(followUps, customers, knowledge.known(), desk);
    var verbs = new Verbs(followUps, message -> reread(knowledge, json, message), faces, desk);
    var keepsakes = new Keepsakes(followUps, verbs, pictures, desk);
    var telling =
        new Listening.Telling(answers, questions, faces, keepsakes, desk, manner.joining());
    var listening = new Listening(knowledge.understanding(), followUps, verbs, editing, telling);
    this.handler =
        new Conversation(
            knowledge.people(),
            manner.taps(),
            json,
            manner.language(),
            new Conversation.Parts(listening, keepsakes, manner.speaker()));
    this.taps =
        new FollowUpTaps(
            followUps,
            customers,
            knowledge.library(),
            editing,
            new FollowUpTaps.Story(verbs, answers, faces, pictures, desk));
    this.repaint = new Repaint(followUps, knowledge.people(), manner.speaker(), faces, json);
  }

  /** Who works on messages. */
  public Handler handler() {
    return handler;
  }

  /** Who gets the taps on memo cards. */
  public TapHandler taps() {
    return taps;
  }

  /** Who redraws the cards. */
  public Reaction repaint() {
    return repaint;
  }

  /** The first visit that a message reports, read again; empty if the message reports none. */
  private static Optional<FollowUp> reread(Knowledge knowledge, JsonMapper json, String id) {
    Optional<Message> message = knowledge.inbox().find(id);
    Optional<Person> rep = message.flatMap(m -> knowledge.people().behind(m.channel(), m.sender()));
    if (rep.isEmpty()) {
      return Optional.empty();
    }
    var account = new Account(message.get().channel(), message.get().sender());
    return memo(message.get(), rep.get(), json)
        .map(memo -> memo.first(Listening.MOST_CHARACTERS))
        .map(memo -> knowledge.understanding().read(memo, rep.get(), account))
        .map(List::getFirst);
  }

  private static Optional<Memo> memo(Message message, Person rep, JsonMapper json) {
    return switch (message.inbound()) {
      case Inbound.Text text -> Optional.of(Memo.typed(message, text.text(), rep.language()));
      case Inbound.Voice voice ->
          message
              .transcript()
              .map(words -> Memo.heard(message, json.readValue(words, Words.class)));
      default -> Optional.empty();
    };
  }
}
