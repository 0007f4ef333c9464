package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.Attachment;
import io.kouxin.bot.followup.Attachment.Shows;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a picture shows: asked once for each picture, answered by tapping, typing or speaking. */
final class Pictures {
  private final FollowUps followUps;
  private final Questions questions;
  private final Editing.Desk desk;

  Pictures(FollowUps followUps, Questions questions, Editing.Desk desk) {
    this.followUps = followUps;
    this.questions = questions;
    this.desk = desk;
  }

  /** The question for the first picture of which nobody said anything yet. */
  static Optional<Question> question(FollowUp followUp, Talk talk) {
    return followUp.status() == Status.DROPPED
        ? Optional.empty()
        : open(followUp).findFirst().map(picture -> question(followUp, picture, talk));
  }

  private static Stream<Attachment> open(FollowUp followUp) {
    return followUp.attachments().stream()
        .filter(one -> one.isPicture() && one.shows().isEmpty())
        .filter(picture -> !followUp.skipped().contains(nameOf(picture)));
  }

  private static String nameOf(Attachment picture) {
    return Question.PICTURE + picture.media();
  }

  private static Question question(FollowUp followUp, Attachment picture, Talk talk) {
    List<Button> choices = new ArrayList<>();
    for (Shows shows : Shows.values()) {
      String action =
          CardAction.action("shows", followUp.id(), shows.name() + ":" + picture.media());
      choices.add(new Button(action, called(shows, talk), Style.PRIMARY));
    }
    choices.add(Questions.skip(followUp, nameOf(picture), talk.button("skip")));
    return new Question(nameOf(picture), sentence(followUp, picture, talk), choices);
  }

  private static String sentence(FollowUp followUp, Attachment picture, Talk talk) {
    List<String> all =
        followUp.attachments().stream()
            .filter(Attachment::isPicture)
            .map(Attachment::media)
            .toList();
    return talk.say(
        all.size() > 1 ? "ask.picture_nth" : "ask.picture",
        Map.of("customer", talk.customer(followUp), "n", all.indexOf(picture.media()) + 1));
  }

  static String called(Shows shows, Talk talk) {
    return talk.button(shows.name().toLowerCase(Locale.ROOT) + "_photo");
  }

  /** What the card of a picture looks like that was asked for on a card of its own. */
  static Card card(FollowUp followUp, Attachment picture, Talk talk) {
    Question question = question(followUp, picture, talk);
    Card card = Card.of("", question.sentence()).withButtons(question.choices());
    if (followUp.status() == Status.DROPPED) {
      return card.settledAs(Faces.dropped(talk));
    }
    if (followUp.skipped().contains(question.name()) && picture.shows().isEmpty()) {
      return card.settledAs(talk.say("ask.skipped"));
    }
    return picture
        .shows()
        .map(
            shows -> card.settledAs(talk.say("picture.known", Map.of("what", called(shows, talk)))))
        .orElse(card);
  }

  /** Says that a picture is kept, and asks what it shows if nothing else is open. */
  void acknowledge(Turn turn, FollowUp followUp, Attachment picture) {
    Talk talk = desk.speaker().talk(turn.person());
    questions
        .about(followUp, talk)
        .filter(question -> question.name().equals(nameOf(picture)))
        .ifPresentOrElse(
            question ->
                desk.speaker()
                    .ask(turn.account(), question.name(), question.sentence(), question.choices()),
            () ->
                desk.speaker()
                    .say(
                        turn.account(),
                        turn.person(),
                        "said:" + turn.id(),
                        "picture.saved",
                        Map.of("customer", talk.customer(followUp))));
  }

  /**
   * A choice was tapped.
   *
   * @param argument what it shows, a colon, and the id of the picture's bytes
   */
  Runnable chosen(Turn turn, FollowUp followUp, String argument) {
    int colon = argument.indexOf(':');
    String media = argument.substring(colon + 1);
    Optional<Shows> shows = Seen.of(argument.substring(0, Math.max(0, colon)));
    boolean there =
        followUp.attachments().stream()
            .anyMatch(one -> one.isPicture() && one.media().equals(media));
    return shows.isPresent() && there
        ? describe(turn, followUp, media, shows.get())
        : () -> desk.speaker().stale(turn);
  }

  private Runnable describe(Turn turn, FollowUp followUp, String media, Shows shows) {
    FollowUp.Change change = followUp.describe(media, shows, desk.clock().instant());
    return change.isNothingNew() ? () -> {} : () -> followUps.write(change, turn.person().id(), "");
  }

  /** The rep does not care for this question; nor, if it is for a picture, for the other ones. */
  Runnable skip(Turn turn, FollowUp followUp, String question) {
    Set<String> all =
        Question.isForPicture(question)
            ? open(followUp).map(Pictures::nameOf).collect(Collectors.toSet())
            : Set.of(question);
    return followUp.skipped().contains(question) || !all.contains(question)
        ? () -> {}
        : () ->
            followUps.write(
                followUp.skip(question, all, desk.clock().instant()), turn.person().id(), "");
  }

  /** Words that answer the question of one of these visits, or correct the answer. */
  Optional<Runnable> answer(Turn turn, List<FollowUp> visits, Intent.Correct words) {
    if (Seen.SKIP.matcher(words.words()).matches()) {
      Talk talk = desk.speaker().talk(turn.person());
      return questions
          .aboutOneOf(visits, talk)
          .map(open -> skip(turn, open.visit(), open.question().name()));
    }
    return Seen.said(words.words())
        .flatMap(
            shows ->
                visits.stream()
                    .flatMap(
                        visit ->
                            meant(visit, words.explicit())
                                .map(picture -> describe(turn, visit, picture.media(), shows))
                                .stream())
                    .findFirst());
  }

  /** The one that is asked for; if something was wrong, the one that was answered last. */
  private static Optional<Attachment> meant(FollowUp visit, boolean wrong) {
    List<Attachment> said =
        visit.attachments().reversed().stream().filter(one -> one.shows().isPresent()).toList();
    return wrong && !said.isEmpty() ? Optional.of(said.getFirst()) : open(visit).findFirst();
  }
}
