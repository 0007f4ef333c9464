package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.wording.Moments;
import io.kouxin.bot.wording.Wording;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.nlp.text.WorkCalendar;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Says things in a chat, in the language of the person, through the outbox. */
public final class Speaker {
  /** The rooms' name on cards that are answered here. */
  static final String OWNER = "follow-up";

  private final Outbox outbox;
  private final Wording wording;
  private final Moments moments;
  private final ZoneId zone;
  private final Supplier<WorkCalendar> calendar;

  /**
   * With a voice.
   *
   * @param calendar by which times were read, to say where one hangs on a year that is not known
   */
  public Speaker(
      Outbox outbox,
      Wording wording,
      Moments moments,
      ZoneId zone,
      Supplier<WorkCalendar> calendar) {
    this.outbox = outbox;
    this.wording = wording;
    this.moments = moments;
    this.zone = zone;
    this.calendar = calendar;
  }

  Talk talk(Person person) {
    return talk(person.language());
  }

  Talk talk(Locale language) {
    return new Talk(wording.in(language), moments, zone, calendar.get());
  }

  void reply(Account to, String key, String text) {
    outbox.post(Post.plain(to, new Outbound.Reply(key, text)));
  }

  /** One sentence with buttons. */
  void ask(Account to, String key, String sentence, List<Button> buttons) {
    Card card = Card.of("", sentence).withButtons(buttons);
    outbox.post(Post.owned(to, new Outbound.Sheet(key, card, sentence), OWNER, ""));
  }

  /** What a card of ours looks like now; empty if none was sent under this key. */
  Optional<Card> face(String card) {
    return outbox.face(card);
  }

  /** Another face for a question's card; without words, which the memo's card says. */
  void changeQuestion(Account to, String card, String cause, Card face) {
    var change = new Outbound.Change(card + ":" + cause, card, Optional.empty(), face, "");
    outbox.post(Post.owned(to, change, OWNER, ""));
  }

  /** What was tapped is not there any more. */
  void stale(Turn turn) {
    say(turn.account(), turn.person(), "said:" + turn.id(), "draft.stale", Map.of());
  }

  static String cardKey(String message) {
    return "card:" + message;
  }

  /** The card of a memo, for the first time. */
  void show(Account to, String message, Faces.Face face) {
    var sheet = new Outbound.Sheet(cardKey(message), face.card(), face.text());
    outbox.post(Post.owned(to, sheet, OWNER, message));
  }

  /** The card of a memo, changed in place; {@code text} is for platforms that cannot. */
  void change(Account to, String message, String cause, Card face, String text) {
    String card = cardKey(message);
    var change = new Outbound.Change(card + ":" + cause, card, Optional.empty(), face, text);
    outbox.post(Post.owned(to, change, OWNER, message));
  }

  /** The other side of a memo's card: in its place, or below where cards do not change. */
  void turnOver(Account to, String message, String cause, Faces.Face side) {
    String card = cardKey(message);
    var change =
        new Outbound.Change(
            card + ":" + cause, card, Optional.empty(), side.card(), side.text(), true);
    outbox.post(Post.owned(to, change, OWNER, message));
  }

  /** A card of ours has been answered: only its line is left. */
  void settle(Account to, String card, String cause, String line) {
    outbox
        .face(card)
        .map(
            face ->
                new Outbound.Change(
                    card + ":" + cause, card, Optional.empty(), face.settledAs(line), ""))
        .ifPresent(change -> outbox.post(Post.plain(to, change)));
  }

  boolean wasShown(FollowUp followUp) {
    return outbox.find(cardKey(followUp.parts().getFirst().message())).isPresent();
  }

  void say(Account to, Person person, String key, String sentence, Map<String, ?> values) {
    reply(to, key, talk(person).say(sentence, values));
  }
}
