package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.Attachment;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUpEvent;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.followup.FollowUps.Filter;
import io.kouxin.bot.followup.TagAnswer;
import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.Person;
import io.kouxin.integrations.channel.Card;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** Whoever changes a follow-up, its card in the chat shows it, in place. */
public final class Repaint implements Reaction {
  /** What may close a question, so that the next one is open. */
  private static final Set<String> CLOSING =
      Set.of("follow-up.corrected", "follow-up.skipped", "follow-up.described");

  /** What a memo became part of is one of so many of the latest. */
  private static final int NEAR = 50;

  /** The field of a correction that is a tag. */
  private static final String TAG = "tag";

  private final FollowUps followUps;
  private final People people;
  private final Speaker speaker;
  private final Faces faces;
  private final JsonMapper json;

  Repaint(FollowUps followUps, People people, Speaker speaker, Faces faces, JsonMapper json) {
    this.followUps = followUps;
    this.people = people;
    this.speaker = speaker;
    this.faces = faces;
    this.json = json;
  }

  @Override
  public String name() {
    return "repaint-card";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        "follow-up.confirmed",
        "follow-up.corrected",
        "follow-up.postponed",
        "follow-up.completed",
        "follow-up.dropped",
        "follow-up.restored",
        "follow-up.skipped",
        "follow-up.joined",
        "follow-up.split",
        "follow-up.attached",
        "follow-up.described",
        "follow-up.undone");
  }

  @Override
  public void react(JournalEntry entry) {
    followUps
        .find(entry.subject())
        .filter(speaker::wasShown)
        .ifPresent(followUp -> repaint(entry, followUp));
  }

  private void repaint(JournalEntry entry, FollowUp followUp) {
    String message = followUp.parts().getFirst().message();
    List<FollowUp> visits = followUps.of(message);
    people
        .find(followUp.rep())
        .ifPresent(
            rep -> {
              Talk talk = speaker.talk(rep);
              String text = andNext(entry, followUp, sentence(entry, followUp, rep), talk);
              speaker.change(followUp.account(), message, entry.id(), card(visits, talk), text);
              repaintPictures(entry, followUp, talk);
            });
  }

  /** A memo that went into another one says so and can be brought back nowhere. */
  private Card card(List<FollowUp> visits, Talk talk) {
    Card card = faces.of(visits, talk).card();
    return visits.stream().allMatch(visit -> partOf(visit).isPresent())
        ? card.settledAs(merged(partOf(visits.getFirst()).orElseThrow(), talk))
        : card;
  }

  private Optional<FollowUp> partOf(FollowUp visit) {
    if (visit.status() != FollowUp.Status.DROPPED) {
      return Optional.empty();
    }
    List<FollowUp> kept = followUps.list(Filter.of(visit.rep()), Optional.empty(), NEAR);
    return Verbs.partOf(visit, kept);
  }

  private static String merged(FollowUp all, Talk talk) {
    return talk.say("correct.merged", Map.of("customer", talk.customer(all)));
  }

  /** The pictures that were asked for on cards of their own. */
  private void repaintPictures(JournalEntry entry, FollowUp followUp, Talk talk) {
    followUp.attachments().stream()
        .filter(Attachment::isPicture)
        .forEach(one -> repaint(entry, followUp, one, was -> Pictures.card(followUp, one, talk)));
    if (entry.kind().equals("follow-up.undone")) {
      earlier(followUp).stream()
          .flatMap(was -> was.attachments().stream())
          .filter(gone -> followUp.attachments().stream().noneMatch(one -> isSame(one, gone)))
          .forEach(
              gone -> repaint(entry, followUp, gone, was -> was.settledAs(talk.say("undo.done"))));
    }
  }

  private static boolean isSame(Attachment one, Attachment other) {
    return one.media().equals(other.media());
  }

  private void repaint(
      JournalEntry entry, FollowUp followUp, Attachment picture, UnaryOperator<Card> becomes) {
    String card = Question.PICTURE + picture.media();
    speaker
        .face(card)
        .filter(now -> !becomes.apply(now).equals(now))
        .ifPresent(
            now ->
                speaker.changeQuestion(followUp.account(), card, entry.id(), becomes.apply(now)));
  }

  private Optional<FollowUp> earlier(FollowUp followUp) {
    return followUps.history(followUp.id()).stream().findFirst().map(FollowUps.Version::state);
  }

  /** Where the card cannot ask what a picture shows that has waited, the sentence does. */
  private String andNext(JournalEntry entry, FollowUp followUp, String said, Talk talk) {
    if (said.isEmpty() || !CLOSING.contains(entry.kind())) {
      return said;
    }
    Optional<String> next = faces.asked(followUp, talk).map(Question::name);
    boolean isNew =
        earlier(followUp)
            .flatMap(was -> faces.asked(was, talk))
            .map(Question::name)
            .filter(name -> next.filter(name::equals).isPresent())
            .isEmpty();
    return isNew && next.filter(Question::isForPicture).isPresent()
        ? talk.say("ask.picture_then", Map.of("said", said))
        : said;
  }

  /** One short sentence for platforms where a card stays as it was sent. */
  private String sentence(JournalEntry entry, FollowUp followUp, Person rep) {
    Talk talk = speaker.talk(rep);
    return switch (entry.kind()) {
      case "follow-up.corrected" -> corrected(entry, followUp, talk);
      case "follow-up.confirmed" ->
          talk.say(
              "confirm.text",
              Map.of(
                  "customer", talk.customer(followUp),
                  "action", talk.action(followUp),
                  "due", talk.due(followUp)));
      case "follow-up.dropped" -> dropped(followUp, talk);
      case "follow-up.restored" -> talk.say("correct.restored", Map.of());
      case "follow-up.undone" -> talk.say("undo.done");
      case "follow-up.skipped" -> talk.say("ask.skipped");
      case "follow-up.described" -> described(entry, talk);
      default -> "";
    };
  }

  /** A visit that became part of another one is not gone. */
  private String dropped(FollowUp followUp, Talk talk) {
    return partOf(followUp)
        .map(all -> merged(all, talk))
        .orElseGet(() -> talk.say("correct.drop", Map.of("hours", Verbs.REGRET.toHours())));
  }

  private String corrected(JournalEntry entry, FollowUp followUp, Talk talk) {
    var event = json.readValue(entry.data(), FollowUpEvent.Corrected.class);
    String field = talk.field(followUp, event.field());
    if (event.before().isEmpty()) {
      return first(event, field, talk);
    }
    return talk.say(
        "correct.done", Map.of("field", field, "old", event.before(), "new", event.after()));
  }

  /** What stood nowhere before was not wrong: it was added, or asked for. */
  private static String first(FollowUpEvent.Corrected event, String field, Talk talk) {
    if (event.field().equals(TAG)) {
      return talk.say("draft.added", Map.of("label", event.after()));
    }
    return TagAnswer.entry(event.field()).isPresent()
        ? talk.say("ask.answered", Map.of("label", field, "answer", event.after()))
        : talk.say("correct.set", Map.of("field", field, "new", event.after()));
  }

  private String described(JournalEntry entry, Talk talk) {
    var event = json.readValue(entry.data(), FollowUpEvent.Described.class);
    return talk.say("picture.known", Map.of("what", Pictures.called(event.shows(), talk)));
  }
}
