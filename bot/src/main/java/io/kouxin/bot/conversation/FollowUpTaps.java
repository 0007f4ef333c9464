package io.kouxin.bot.conversation;

import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.followup.Correction;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.followup.TagAnswer;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.outbox.TapHandler;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the buttons of a memo's card do. A second tap on the same button changes nothing. */
public final class FollowUpTaps implements TapHandler {
  private final FollowUps followUps;
  private final Customers customers;
  private final Library library;
  private final Editing editing;
  private final Story story;

  /** The verbs on whole memos, and what they need. */
  record Story(Verbs verbs, Answers answers, Faces faces, Pictures pictures, Editing.Desk desk) {}

  FollowUpTaps(
      FollowUps followUps, Customers customers, Library library, Editing editing, Story story) {
    this.followUps = followUps;
    this.customers = customers;
    this.library = library;
    this.editing = editing;
    this.story = story;
  }

  @Override
  public String owner() {
    return Speaker.OWNER;
  }

  @Override
  public Runnable tapped(Tapped tap) {
    CardAction action = CardAction.of(tap.action());
    var turn = new Turn(tap.id(), tap.person(), tap.account(), Turn.How.TAPPED);
    if (action.verb().equals("lookup")) {
      return story.answers().about(turn, action.followUp());
    }
    return followUps
        .find(action.followUp())
        .filter(followUp -> followUp.rep().equals(tap.person().id()))
        .map(followUp -> tapped(tap, turn, action, followUp))
        .orElse(() -> say(turn, "draft.stale", Map.of()));
  }

  private Runnable tapped(Tapped tap, Turn turn, CardAction action, FollowUp followUp) {
    Runnable effects = effects(tap, turn, action, followUp);
    boolean ownSheet =
        !tap.card().equals(Speaker.cardKey(tap.subject())) && !Question.isForPicture(tap.card());
    return ownSheet ? () -> answered(tap, turn, effects) : effects;
  }

  /** A question that came as a card of its own is settled once it was answered. */
  private void answered(Tapped tap, Turn turn, Runnable effects) {
    effects.run();
    Talk talk = story.desk().speaker().talk(turn.person());
    String line = talk.say("confirm.button", Map.of("time", talk.moments().time(tap.at())));
    story.desk().speaker().settle(turn.account(), tap.card(), tap.id(), line);
  }

  private Runnable effects(Tapped tap, Turn turn, CardAction action, FollowUp followUp) {
    if (followUp.status() == FollowUp.Status.DROPPED && !action.verb().equals("drop")) {
      return () -> say(turn, "correct.drop", Map.of("hours", Verbs.REGRET.toHours()));
    }
    String argument = action.argument();
    List<FollowUp> visits = followUps.of(followUp.parts().getFirst().message());
    return switch (action.verb()) {
      case "ok" -> story.verbs().confirm(turn, visits);
      case "drop" -> story.verbs().drop(turn, visits);
      case "same" -> story.verbs().oneVisit(turn, visits);
      case "split" -> story.verbs().split(turn, followUp, argument);
      case "change" -> () -> ask(turn, followUp);
      case "quote" -> () -> quote(tap, turn, visits);
      case "more" -> () -> more(tap, turn, followUp, argument);
      case "back" -> () -> back(tap, turn, visits);
      case "skip" -> story.pictures().skip(turn, followUp, argument);
      case "shows" -> story.pictures().chosen(turn, followUp, argument);
      case "add" -> add(turn, followUp, argument);
      case "sub" -> subReason(turn, followUp, argument);
      case "said" -> answer(turn, followUp, argument);
      case "customer" -> customer(turn, followUp, argument);
      case "new" -> editing.newCustomer(turn, Optional.of(followUp), argument);
      case "when" -> when(turn, followUp, argument);
      case "which" -> which(turn, followUp);
      case "because" -> because(turn, argument);
      default -> () -> say(turn, "draft.stale", Map.of());
    };
  }

  private void ask(Turn turn, FollowUp followUp) {
    story.desk().matters().set(turn.account(), Matter.editing(followUp.id()));
    say(turn, "correct.ask", Map.of());
  }

  private void quote(Tapped tap, Turn turn, List<FollowUp> visits) {
    Speaker speaker = story.desk().speaker();
    var card = story.faces().quoted(visits, speaker.talk(turn.person()));
    String words = String.join("\n", visits.stream().map(FollowUp::text).toList());
    speaker.change(
        turn.account(), visits.getFirst().parts().getFirst().message(), tap.id(), card, words);
  }

  /** Turns the card over to what else may have been said, from this place of the list on. */
  private void more(Tapped tap, Turn turn, FollowUp followUp, String from) {
    Speaker speaker = story.desk().speaker();
    String message = followUp.parts().getFirst().message();
    int place = from.matches("\\d{1,3}") ? Integer.parseInt(from) : 0;
    Faces.Face face =
        story.faces().more(followUp, place, followUps.of(message), speaker.talk(turn.person()));
    speaker.turnOver(turn.account(), message, tap.id(), face);
  }

  private void back(Tapped tap, Turn turn, List<FollowUp> visits) {
    Speaker speaker = story.desk().speaker();
    Talk talk = speaker.talk(turn.person());
    speaker.change(
        turn.account(),
        visits.getFirst().parts().getFirst().message(),
        tap.id(),
        story.faces().of(visits, talk).card(),
        talk.say("ask.skipped"));
  }

  private Runnable add(Turn turn, FollowUp followUp, String entry) {
    boolean there =
        followUp.tags().stream().anyMatch(tag -> tag.entry().equals(entry) && tag.isAsserted());
    return there ? () -> {} : ticked(turn, followUp, entry);
  }

  private Runnable ticked(Turn turn, FollowUp followUp, String entry) {
    return followUp.suggestions().stream()
        .filter(tag -> tag.entry().equals(entry))
        .findFirst()
        .or(() -> library.entry(entry))
        .map(tag -> editing.correct(turn, followUp, new Correction.Add(tag.tickedByPerson())))
        .orElse(() -> say(turn, "draft.stale", Map.of()));
  }

  /**
   * The argument is {@code wrong>right}: the more specific entry takes the place of the general.
   */
  private Runnable subReason(Turn turn, FollowUp followUp, String argument) {
    int between = argument.indexOf('>');
    if (between < 0) {
      return () -> say(turn, "draft.stale", Map.of());
    }
    String general = argument.substring(0, between);
    List<TagMark.Evidence> said =
        followUp.tags().stream()
            .filter(tag -> tag.entry().equals(general))
            .flatMap(tag -> tag.evidence().stream())
            .toList();
    return library
        .entry(argument.substring(between + 1))
        .map(tag -> tag.with(said))
        .map(tag -> editing.correct(turn, followUp, new Correction.Replace(general, tag)))
        .orElse(() -> say(turn, "draft.stale", Map.of()));
  }

  /** The argument is {@code entry>words}: an answer that is no entry is kept with the tag. */
  private Runnable answer(Turn turn, FollowUp followUp, String argument) {
    int between = argument.indexOf('>');
    String entry = argument.substring(0, Math.max(0, between));
    String words = argument.substring(between + 1);
    boolean there = followUp.tags().stream().anyMatch(tag -> tag.entry().equals(entry));
    return there && !words.isBlank()
        ? editing.correct(turn, followUp, TagAnswer.to(entry, words))
        : () -> say(turn, "draft.stale", Map.of());
  }

  private Runnable customer(Turn turn, FollowUp followUp, String id) {
    return customers
        .find(id)
        .map(found -> new Correction.Customer(new CustomerRef(found.id(), found.name())))
        .map(change -> editing.correct(turn, followUp, change))
        .orElse(() -> say(turn, "draft.stale", Map.of()));
  }

  private Runnable when(Turn turn, FollowUp followUp, String millis) {
    Instant at;
    try {
      at = Instant.ofEpochMilli(Long.parseLong(millis));
    } catch (NumberFormatException e) {
      return () -> say(turn, "draft.stale", Map.of());
    }
    Talk talk = story.desk().speaker().talk(turn.person());
    String words =
        talk.moments().day(at.atZone(talk.zone()).toLocalDate(), turn.person().language());
    var due = new DueTime(Optional.of(at), DueTime.Kind.DAY, words);
    return editing.correct(turn, followUp, new Correction.When(due));
  }

  private Runnable which(Turn turn, FollowUp followUp) {
    return story
        .desk()
        .matters()
        .of(turn.account())
        .filter(matter -> matter.kind() == Matter.Kind.WHICH)
        .map(matter -> editing.words(turn, followUp, matter.words()))
        .orElse(() -> say(turn, "draft.stale", Map.of()));
  }

  private Runnable because(Turn turn, String reason) {
    Optional<Matter> matter = story.desk().matters().of(turn.account()).filter(Matter::asksWhy);
    if (matter.isEmpty()) {
      return () -> say(turn, "draft.stale", Map.of());
    }
    if (reason.equals("say_reason")) {
      return () -> {
        story.desk().matters().set(turn.account(), matter.get().listening());
        say(turn, "correct.say_reason", Map.of());
      };
    }
    String words = story.desk().speaker().talk(turn.person()).button(reason);
    return editing.because(turn, matter.get(), words);
  }

  private void say(Turn turn, String sentence, Map<String, ?> values) {
    story
        .desk()
        .speaker()
        .say(turn.account(), turn.person(), "said:" + turn.id(), sentence, values);
  }
}
