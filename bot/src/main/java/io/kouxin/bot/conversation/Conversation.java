package io.kouxin.bot.conversation;

import io.kouxin.bot.hearing.Words;
import io.kouxin.bot.inbox.Handler;
import io.kouxin.bot.inbox.Held;
import io.kouxin.bot.inbox.Message;
import io.kouxin.bot.outbox.Taps;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.TapCode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The story of one message: who wrote, what it is, and what follows from it. */
public final class Conversation implements Handler {
  private static final Runnable NOTHING = () -> {};

  /** Characters of the longest button where buttons are words. */
  private static final int BUTTON = 12;

  private final People people;
  private final Taps taps;
  private final JsonMapper json;
  private final Locale language;
  private final Parts parts;

  /** The pieces of a conversation. */
  record Parts(Listening listening, Keepsakes keepsakes, Speaker speaker) {}

  Conversation(People people, Taps taps, JsonMapper json, Locale language, Parts parts) {
    this.people = people;
    this.taps = taps;
    this.json = json;
    this.language = language;
    this.parts = parts;
  }

  @Override
  public Outcome handle(Message message) {
    var account = new Account(message.channel(), message.sender());
    Optional<Person> person = people.behind(account.channel(), account.account());
    if (person.isEmpty()) {
      return isWord(message.inbound())
          ? new Outcome.Hold(() -> askWho(account))
          : new Outcome.Done(ofNobody(message, account));
    }
    Turn turn = Turn.of(message, person.get());
    Runnable effects = effects(turn, message);
    return new Outcome.Done(
        () -> {
          if (isWord(message.inbound())) {
            people.wroteFrom(account, message.receivedAt());
          }
          effects.run();
          if (isInGroup(message.inbound())) {
            tellGroup(turn, message.inbound().envelope().conversation());
          }
        });
  }

  private static boolean isInGroup(Inbound inbound) {
    return isWord(inbound)
        && !inbound.envelope().conversation().equals(inbound.envelope().sender());
  }

  /** Once in a group's lifetime; answers go to whoever spoke, because others may read there. */
  private void tellGroup(Turn turn, String group) {
    var all = new Account(turn.account().channel(), group);
    String text = parts.speaker().talk(turn.person()).say("group.once");
    parts.speaker().reply(all, "group:" + all.key(), text);
  }

  @Override
  public Runnable givenUp(Message message) {
    var account = new Account(message.channel(), message.sender());
    Talk talk =
        people
            .behind(account.channel(), account.account())
            .map(parts.speaker()::talk)
            .orElseGet(() -> parts.speaker().talk(language));
    String text = talk.say("trouble.rep", Map.of("admin", admin(talk)));
    return () -> parts.speaker().reply(account, "trouble:" + message.id(), text);
  }

  private Runnable effects(Turn turn, Message message) {
    return switch (message.inbound()) {
      case Inbound.Voice voice -> voice(turn, message, voice.recognised());
      case Inbound.Text text -> text(turn, message, text);
      case Inbound.Picture picture -> parts.keepsakes().picture(turn, message);
      case Inbound.File file -> parts.keepsakes().file(turn, message, file.name());
      case Inbound.Place place -> parts.keepsakes().place(turn, place);
      case Inbound.Tap tap -> tap(turn, tap);
      case Inbound.Chosen chosen -> parts.listening().text(turn, message, chosen.key());
      case Inbound.Entered entered -> () -> greet(turn);
      case Inbound.Joined joined -> () -> greet(turn);
      case Inbound.Unknown unknown when unknown.kind().equals(Inbound.Unknown.WITHHELD) ->
          () -> say(turn, "withheld", Map.of());
      case Inbound.Unknown unknown -> () -> say(turn, "dont_know", Map.of());
      case Inbound.Left left -> () -> people.left(turn.account(), left.envelope().at());
      case Inbound.Located located -> NOTHING;
      case Inbound.Reorganised reorganised ->
          () -> people.reorganised(turn.account().channel(), message.receivedAt());
      case Inbound.Notice notice -> NOTHING;
    };
  }

  private Runnable ofNobody(Message message, Account account) {
    return message.inbound() instanceof Inbound.Reorganised
        ? () -> people.reorganised(account.channel(), message.receivedAt())
        : NOTHING;
  }

  /** Whether somebody did something; what only the platform tells needs no answer. */
  private static boolean isWord(Inbound inbound) {
    return !(inbound instanceof Inbound.Left
        || inbound instanceof Inbound.Located
        || inbound instanceof Inbound.Reorganised
        || inbound instanceof Inbound.Notice);
  }

  private Runnable text(Turn turn, Message message, Inbound.Text text) {
    Optional<Inbound.Tap> tap = taps.said(text);
    if (tap.isPresent()) {
      return tap(turn, tap.get());
    }
    return isOldTap(text)
        ? () -> say(turn, "draft.stale", Map.of())
        : parts.listening().text(turn, message, text.text());
  }

  /** Words of a button that no card of the last weeks has. Longer ones are somebody's own. */
  private static boolean isOldTap(Inbound.Text text) {
    return TapCode.in(text.text()).filter(said -> said.label().length() <= BUTTON).isPresent();
  }

  private Runnable voice(Turn turn, Message message, Optional<String> recognised) {
    if (message.media().isEmpty()) {
      return recognised
          .map(words -> Words.platform(words, turn.person().language(), 0))
          .map(words -> parts.listening().memo(turn, Memo.heard(message, words)))
          .orElse(() -> say(turn, "unheard.gone", Map.of()));
    }
    Words words =
        message
            .transcript()
            .map(text -> json.readValue(text, Words.class))
            .orElseThrow(() -> new IllegalStateException("no words yet: " + message.id()));
    long seconds = Math.max(1, Math.round(words.seconds()));
    return switch (words.outcome()) {
      case HEARD -> parts.listening().memo(turn, Memo.heard(message, words));
      case SILENCE, NOISE -> () -> say(turn, "unheard.silence", Map.of("seconds", seconds));
      case UNREADABLE -> () -> say(turn, "unheard.unreadable", Map.of());
      case TOO_LONG -> () -> say(turn, "unheard.long", Map.of("minutes", 10));
    };
  }

  private Runnable tap(Turn turn, Inbound.Tap tap) {
    return taps.effects(turn.id(), turn.person(), tap)
        .orElse(() -> say(turn, "draft.stale", Map.of()));
  }

  /** Once in a lifetime, to somebody who opens the chat: a first memo wants its card instead. */
  private void greet(Turn turn) {
    String key = "greeting:" + turn.account().channel() + ":" + turn.account().account();
    String text =
        parts.speaker().talk(turn.person()).say("greeting", Map.of("name", turn.person().name()));
    parts.speaker().reply(turn.account(), key, text);
  }

  private void askWho(Account account) {
    String key = "unknown:" + account.channel() + ":" + account.account();
    Talk talk = parts.speaker().talk(language);
    Map<String, ?> values = Map.of("hours", Held.KEEPING.toHours(), "admin", admin(talk));
    parts.speaker().reply(account, key, talk.say("unknown.sender", values));
  }

  /** Nobody is sent to somebody who is not there. */
  private String admin(Talk talk) {
    return people.administrators().isEmpty() ? "" : talk.say("admin");
  }

  private void say(Turn turn, String sentence, Map<String, ?> values) {
    parts.speaker().say(turn.account(), turn.person(), "said:" + turn.id(), sentence, values);
  }
}
