package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.TagAnswer;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.wording.Moments;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.nlp.text.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** How things of the record are said to one person. */
record Talk(Sentences sentences, Moments moments, ZoneId zone, WorkCalendar calendar) {

  String say(String key) {
    return sentences.say(key, Map.of());
  }

  String say(String key, Map<String, ?> values) {
    return sentences.say(key, values);
  }

  /** A button's words; names in it are cut to what a button can hold. */
  String button(String name, Map<String, ?> values) {
    return sentences.say("button." + name, values, 10);
  }

  String button(String name) {
    return button(name, Map.of());
  }

  String customer(FollowUp followUp) {
    return followUp.customer().map(CustomerRef::name).orElse("");
  }

  String customerOrUnknown(FollowUp followUp) {
    return followUp.customer().map(CustomerRef::name).orElseGet(() -> say("customer.unknown"));
  }

  String contact(FollowUp followUp) {
    return followUp.people().stream().findFirst().map(p -> p.called()).orElse("");
  }

  /** What the customer has of one kind, as a list. */
  String labels(FollowUp followUp, String kind) {
    return followUp.asserted().stream()
        .filter(tag -> tag.kind().equals(kind))
        .map(tag -> label(followUp, tag))
        .reduce(this::list)
        .orElse("");
  }

  /** What people call a field of this record; an answer goes by the tag that it is about. */
  String field(FollowUp followUp, String field) {
    return TagAnswer.entry(field)
        .flatMap(entry -> followUp.tags().stream().filter(t -> t.entry().equals(entry)).findFirst())
        .map(TagMark::label)
        .orElseGet(() -> say(fieldName(field)));
  }

  private static String fieldName(String field) {
    return switch (field) {
      case "customer" -> "field.customer";
      case "due" -> "field.due";
      case "nextAction" -> "field.action";
      case "rival" -> "field.competitor";
      default -> "field.objection";
    };
  }

  /** One more in a list. */
  String list(String some, String next) {
    return say("list.more", Map.of("some", some, "next", next));
  }

  private static String label(FollowUp followUp, TagMark tag) {
    Optional<String> rival =
        Optional.ofNullable(followUp.details().get(Rival.DETAIL))
            .filter(name -> tag.entry().endsWith(Rival.ENTRY) && !name.isEmpty());
    return TagAnswer.of(followUp, tag.entry())
        .or(() -> rival)
        .map(more -> tag.label() + " " + more)
        .orElse(tag.label());
  }

  /** When the next step is, in words; the words of the rep where they are vague. */
  String due(FollowUp followUp) {
    return followUp.due().map(due -> due(due) + unsettled(followUp, due)).orElse("");
  }

  /** What is not known of the calendar on which a time hangs; empty when all is known. */
  private String unsettled(FollowUp followUp, DueTime due) {
    LocalDate said = followUp.createdAt().atZone(zone).toLocalDate();
    LocalDate day = due.at().map(at -> at.atZone(zone).toLocalDate()).orElse(said);
    return calendar
        .gap(due.text(), said, day)
        .map(gap -> say("due." + name(gap), Map.of("year", Integer.toString(gap.year()))))
        .orElse("");
  }

  private static String name(WorkCalendar.Gap gap) {
    return gap.standing() == WorkCalendar.Standing.MISSING ? "missing" : "preliminary";
  }

  String due(DueTime due) {
    return due.at().map(at -> moment(at, due.kind())).orElse(due.text());
  }

  private String moment(Instant at, DueTime.Kind kind) {
    var language = sentences.language();
    return switch (kind) {
      case APPOINTMENT -> moments.at(at, language);
      case DAY -> moments.day(at.atZone(zone).toLocalDate(), language);
      case DEADLINE -> say("due.deadline", Map.of("time", moments.at(at, language)));
    };
  }

  String action(FollowUp followUp) {
    return followUp.nextAction().orElse("");
  }
}
