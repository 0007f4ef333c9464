package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.Part;
import io.kouxin.bot.followup.Part.Doubt;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.hearing.Words;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the card of a memo looks like: structure first, the words behind a button. */
final class Faces {
  private final Questions questions;
  private final Predicate<String> hasCard;

  /**
   * With what it asks.
   *
   * @param hasCard whether a question of this name has a card of its own
   */
  Faces(Questions questions, Predicate<String> hasCard) {
    this.questions = questions;
    this.hasCard = hasCard;
  }

  /** A card and the same in words. */
  record Face(Card card, String text) {}

  /** The card of all visits that one memo reported. */
  Face of(List<FollowUp> visits, Talk talk) {
    List<FollowUp> live = live(visits);
    if (live.isEmpty()) {
      Card card = one(visits.getFirst(), talk).settledAs(dropped(talk));
      return new Face(card, dropped(talk));
    }
    if (live.size() == 1) {
      return new Face(one(live.getFirst(), talk), words(live.getFirst(), talk));
    }
    return new Face(several(live, talk), several("draft.several", live, talk));
  }

  private static List<FollowUp> live(List<FollowUp> visits) {
    return visits.stream().filter(visit -> visit.status() != Status.DROPPED).toList();
  }

  static String dropped(Talk talk) {
    return talk.say("correct.drop", Map.of("hours", Verbs.REGRET.toHours()));
  }

  /** What the card of this visit asks, if it is the only one of its memo. */
  Optional<Question> asked(FollowUp visit, Talk talk) {
    return visit.status() == Status.DRAFT
        ? questions.about(visit, talk).filter(question -> !hasCard.test(question.name()))
        : Optional.empty();
  }

  private Card one(FollowUp visit, Talk talk) {
    Optional<Question> question = asked(visit, talk);
    var offers = new Offers(List.of(visit), question.isPresent());
    List<Button> buttons = new ArrayList<>();
    question.ifPresent(open -> buttons.addAll(open.choices()));
    buttons.add(button("ok", visit, talk.button("ok"), Style.PRIMARY));
    buttons.add(button("change", visit, talk.button("change"), Style.NORMAL));
    buttons.addAll(offers.onFace(talk));
    Card card =
        new Card(
            title(visit, talk),
            subtitle(visit, talk),
            question.map(Question::sentence).orElseGet(() -> quote(visit)),
            Facts.rows(visit, talk),
            List.of(),
            question.isEmpty() ? with(buttons, offers.more(talk)) : buttons,
            question.isEmpty() ? menu(visit, talk) : with(offers.more(talk), menu(visit, talk)),
            Optional.empty());
    return settled(card, visit, talk);
  }

  private static List<Button> with(List<Button> some, Optional<Button> last) {
    return Stream.concat(some.stream(), last.stream()).toList();
  }

  private static List<Button> with(Optional<Button> first, List<Button> others) {
    return Stream.concat(first.stream(), others.stream()).toList();
  }

  /**
   * The card turned over, where what this visit may also be about can be added; the card as it is
   * where nothing is left to add. In words: which they are, so that one can be said.
   */
  Face more(FollowUp visit, int from, List<FollowUp> memo, Talk talk) {
    List<FollowUp> visits = live(memo);
    boolean single = visits.size() == 1;
    var offers =
        new Offers(
            visits, single ? asked(visit, talk).isPresent() : open(visits, talk).isPresent());
    List<TagMark> page = offers.page(visit, from);
    if (page.isEmpty()) {
      return of(memo, talk);
    }
    Map<String, String> values = new HashMap<>();
    values.put("customer", single ? "" : talk.customerOrUnknown(visit));
    values.put("suggestions", page.stream().map(TagMark::label).reduce(talk::list).orElse(""));
    values.put("example", page.getFirst().label());
    Card card =
        new Card(
            title(visit, talk),
            subtitle(visit, talk),
            talk.say("draft.more", values),
            Facts.rows(visit, talk),
            List.of(),
            offers.buttons(visit, from, talk),
            menu(visit, talk),
            Optional.empty());
    return new Face(card, talk.say("draft.more_text", values));
  }

  private static Card settled(Card card, FollowUp visit, Talk talk) {
    return switch (visit.status()) {
      case DRAFT -> card;
      case CONFIRMED ->
          card.settledAs(
              talk.say("confirm.button", Map.of("time", talk.moments().time(visit.updatedAt()))));
      case COMPLETED -> card.settledAs(talk.say("confirm.completed"));
      case DROPPED -> card.settledAs(dropped(talk));
    };
  }

  private static Button button(String name, FollowUp visit, String words, Style style) {
    return new Button(CardAction.action(name, visit.id(), ""), words, style);
  }

  private static String title(FollowUp visit, Talk talk) {
    if (visit.customer().isEmpty()) {
      return talk.say("draft.title_unknown");
    }
    return talk.say(
        "draft.title", Map.of("customer", talk.customer(visit), "contact", talk.contact(visit)));
  }

  private static String subtitle(FollowUp visit, Talk talk) {
    Part.Source source = visit.parts().getFirst().source();
    if (source.kind() == Part.Kind.TEXT) {
      return talk.say("draft.desc_text");
    }
    return source.engine().equals(Words.PLATFORM)
        ? talk.say("draft.desc_platform")
        : talk.say("draft.desc", Map.of("seconds", Math.round(source.seconds())));
  }

  /** The words that matter most: where the first asserted tag was heard. */
  private static String quote(FollowUp visit) {
    return visit.asserted().stream()
        .flatMap(tag -> tag.evidence().stream())
        .map(TagMark.Evidence::text)
        .findFirst()
        .map(words -> "“" + words + "”")
        .orElse("");
  }

  /** All of it in words; where that is too long, what matters less is left out. */
  private static String words(FollowUp visit, Talk talk) {
    Map<String, String> values = new HashMap<>();
    values.put("customer", talk.customer(visit));
    values.put("contact", talk.contact(visit));
    values.put("need", talk.labels(visit, "need"));
    values.put("objection", talk.labels(visit, "objection"));
    values.put("other", Facts.others(visit, talk));
    values.put("action", talk.action(visit));
    values.put("due", talk.due(visit));
    String words = talk.say("draft.text", values);
    for (String less : List.of("contact", "other", "need", "objection")) {
      if (words.codePointCount(0, words.length()) > Sentences.LONGEST) {
        values.remove(less);
        words = talk.say("draft.text", values);
      }
    }
    return words;
  }

  private Card several(List<FollowUp> visits, Talk talk) {
    FollowUp first = visits.getFirst();
    boolean done = visits.stream().noneMatch(visit -> visit.status() == Status.DRAFT);
    Optional<Question> question = open(visits, talk);
    Optional<Button> more = new Offers(visits, question.isPresent()).more(talk);
    Button change = button("change", first, talk.button("change"), Style.NORMAL);
    List<Button> buttons = new ArrayList<>();
    question.ifPresent(open -> buttons.addAll(open.choices()));
    buttons.add(button("ok", first, talk.button("ok"), Style.PRIMARY));
    buttons.add(button("same", first, talk.button("same"), Style.NORMAL));
    more.filter(button -> question.isPresent()).ifPresent(buttons::add);
    buttons.add(change);
    more.filter(button -> question.isEmpty()).ifPresent(buttons::add);
    Card card =
        new Card(
            several("draft.several_title", visits, talk),
            subtitle(first, talk),
            question.map(Question::sentence).orElse(""),
            Facts.rows(visits, talk),
            List.of(),
            buttons,
            menu(first, talk),
            Optional.empty());
    return done
        ? card.settledAs(
            talk.say("confirm.button", Map.of("time", talk.moments().time(first.updatedAt()))))
        : card;
  }

  /** What the card of several visits asks, and for which of them. */
  private Optional<Question> open(List<FollowUp> visits, Talk talk) {
    return questions
        .aboutOneOf(visits, talk)
        .map(Questions.Asked::question)
        .filter(question -> !hasCard.test(question.name()));
  }

  private static List<Button> menu(FollowUp visit, Talk talk) {
    return List.of(
        button("quote", visit, talk.button("quote"), Style.NORMAL),
        button("drop", visit, talk.button("drop"), Style.DANGER));
  }

  private static String several(String sentence, List<FollowUp> visits, Talk talk) {
    String customers = visits.stream().map(talk::customerOrUnknown).reduce(talk::list).orElse("");
    return talk.say(sentence, Map.of("n", visits.size(), "customers", customers));
  }

  /** The card with the words as they were said, doubtful ones in 〔〕. */
  Card quoted(List<FollowUp> visits, Talk talk) {
    Card card = of(visits, talk).card();
    StringBuilder words = new StringBuilder();
    visits.stream().flatMap(visit -> visit.parts().stream()).forEach(p -> append(words, p));
    return new Card(
        card.title(),
        card.subtitle(),
        words.toString().strip(),
        card.rows(),
        card.options(),
        card.buttons(),
        card.menu(),
        card.settled());
  }

  private static void append(StringBuilder words, Part part) {
    if (part.source().readable().isPresent()) {
      words.append(part.source().readable().get()).append('\n');
      return;
    }
    int from = 0;
    for (Doubt doubt : part.doubts()) {
      words.append(part.text(), from, doubt.start()).append('〔');
      words.append(part.text(), doubt.start(), doubt.end()).append('〕');
      from = doubt.end();
    }
    words.append(part.text(), from, part.text().length()).append('\n');
  }
}
