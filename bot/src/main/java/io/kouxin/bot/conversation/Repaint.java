package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUpEvent;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Whoever changes a follow-up, its card in the chat shows it, in place. */
public final class Repaint implements Reaction {
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
              Faces.Face face = faces.of(visits, talk);
              String text = sentence(entry, followUp, rep);
              speaker.change(followUp.account(), message, entry.id(), face.card(), text);
            });
  }

  /** One short sentence for platforms where a card stays as it was sent. */
  private String sentence(JournalEntry entry, FollowUp followUp, Person rep) {
    Talk talk = speaker.talk(rep);
    return switch (entry.kind()) {
      case "follow-up.corrected" -> corrected(entry, talk);
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
      default -> "";
    };
  }

  /** A visit that became part of another one is not gone. */
  private String dropped(FollowUp followUp, Talk talk) {
    return followUps.of(followUp.parts().getFirst().message()).stream()
        .filter(other -> other.status() != FollowUp.Status.DROPPED)
        .filter(other -> other.parts().containsAll(followUp.parts()))
        .findFirst()
        .map(all -> talk.say("correct.merged", Map.of("customer", talk.customer(all))))
        .orElseGet(() -> talk.say("correct.drop", Map.of("hours", Verbs.REGRET.toHours())));
  }

  private String corrected(JournalEntry entry, Talk talk) {
    var event = json.readValue(entry.data(), FollowUpEvent.Corrected.class);
    String field = talk.say(fieldName(event.field()));
    if (event.before().isEmpty()) {
      return talk.say("correct.set", Map.of("field", field, "new", event.after()));
    }
    return talk.say(
        "correct.done", Map.of("field", field, "old", event.before(), "new", event.after()));
  }

  static String fieldName(String field) {
    return switch (field) {
      case "customer" -> "field.customer";
      case "due" -> "field.due";
      case "nextAction" -> "field.action";
      case "rival" -> "field.competitor";
      default -> "field.objection";
    };
  }
}
