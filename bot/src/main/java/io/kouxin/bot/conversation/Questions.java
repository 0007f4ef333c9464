package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.TagAnswer;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the one question worth asking: the customer first, then a sub-reason, then the day, then a
 * picture.
 */
final class Questions {
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final List<String> ORDER =
      List.of(Question.CUSTOMER, Question.REASON, Question.WHEN);
  private static final int CHOICES = 3;
  private static final int REASONS = 5;
  private final Understanding understanding;
  private final Library library;
  private final Clock clock;

  Questions(Understanding understanding, Library library, Clock clock) {
    this.understanding = understanding;
    this.library = library;
    this.clock = clock;
  }

  /** A question, and the visit that it is about. */
  record Asked(FollowUp visit, Question question) {}

  /** The one that is open now: a picture waits until the memo has had its own. */
  Optional<Question> about(FollowUp followUp, Talk talk) {
    return aboutWords(followUp, "", talk).or(() -> Pictures.question(followUp, talk));
  }

  /**
   * The one that is open where one memo reports all these visits. It says about which it asks; each
   * may lack its customer, all else is asked of the memo but once.
   */
  Optional<Asked> aboutOneOf(List<FollowUp> visits, Talk talk) {
    if (visits.size() == 1) {
      FollowUp only = visits.getFirst();
      return about(only, talk).map(question -> new Asked(only, question));
    }
    boolean hadOne = !visits.stream().allMatch(Questions::isFresh);
    Optional<Asked> words =
        visits.stream()
            .flatMap(
                visit ->
                    aboutWords(visit, talk.customer(visit), talk)
                        .map(question -> new Asked(visit, question))
                        .stream())
            .filter(asked -> !hadOne || asked.question().name().equals(Question.CUSTOMER))
            .min(Comparator.comparingInt(asked -> ORDER.indexOf(asked.question().name())));
    return words.or(
        () ->
            visits.stream()
                .flatMap(
                    visit ->
                        Pictures.question(visit, talk)
                            .map(question -> new Asked(visit, question))
                            .stream())
                .findFirst());
  }

  private static boolean isFresh(FollowUp followUp) {
    return followUp.skipped().stream().allMatch(Question::isForPicture);
  }

  /**
   * Empty when nothing is open, or when this memo has had its question already.
   *
   * @param whose the customer, where the question has to name it; else empty
   */
  private Optional<Question> aboutWords(FollowUp followUp, String whose, Talk talk) {
    if (!isFresh(followUp) || followUp.status() != FollowUp.Status.DRAFT) {
      return Optional.empty();
    }
    return Stream.of(
            customer(followUp, talk), reason(followUp, whose, talk), when(followUp, whose, talk))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Question> customer(FollowUp followUp, Talk talk) {
    if (followUp.customer().isPresent()) {
      return Optional.empty();
    }
    List<Button> choices = new ArrayList<>();
    understanding.customers().candidates(followUp.text(), followUp.language()).stream()
        .limit(CHOICES)
        .map(customer -> choice(followUp, customer))
        .forEach(choices::add);
    Optional<String> unknown =
        choices.isEmpty()
            ? understanding.customers().unknown(followUp.text(), followUp.language())
            : Optional.empty();
    unknown
        .map(
            name ->
                new Button(
                    CardAction.action("new", followUp.id(), name),
                    talk.button("new_customer", Map.of("name", name)),
                    Style.PRIMARY))
        .ifPresent(choices::add);
    choices.add(skip(followUp, Question.CUSTOMER, talk.button("skip")));
    String sentence =
        unknown
            .map(name -> talk.say("ask.customer_new", Map.of("name", name)))
            .orElseGet(() -> talk.say(choices.size() > 1 ? "ask.customer" : "ask.customer_none"));
    return Optional.of(new Question(Question.CUSTOMER, sentence, choices));
  }

  static Button choice(FollowUp followUp, CustomerRef customer) {
    return new Button(
        CardAction.action("customer", followUp.id(), customer.id()),
        customer.name(),
        Style.PRIMARY);
  }

  static Button skip(FollowUp followUp, String question, String words) {
    return new Button(CardAction.action("skip", followUp.id(), question), words, Style.NORMAL);
  }

  private Optional<Question> reason(FollowUp followUp, String whose, Talk talk) {
    if (followUp.details().containsKey(Rival.DETAIL)) {
      return Optional.empty();
    }
    return followUp.asserted().stream()
        .flatMap(
            tag ->
                library
                    .subReasons(tag.entry())
                    .filter(ask -> isOpen(followUp, tag, ask))
                    .map(ask -> reason(followUp, tag, ask, whose, talk))
                    .stream())
        .findFirst();
  }

  /** Nothing is asked that was said already. */
  private static boolean isOpen(FollowUp followUp, TagMark tag, Library.SubReasons ask) {
    return TagAnswer.of(followUp, tag.entry()).isEmpty()
        && ask.choices().stream()
            .flatMap(choice -> choice.entry().stream())
            .noneMatch(
                entry -> followUp.asserted().stream().anyMatch(t -> t.entry().equals(entry)));
  }

  /** What was nearly found stands first; of many choices only so many fit on a card. */
  private static List<Library.Choice> likeliest(FollowUp followUp, Library.SubReasons ask) {
    if (ask.question().isPresent()) {
      return ask.choices();
    }
    List<String> near = followUp.suggestions().stream().map(TagMark::entry).toList();
    return ask.choices().stream()
        .sorted(Comparator.comparingInt(choice -> rank(near, choice)))
        .limit(REASONS)
        .toList();
  }

  private static int rank(List<String> near, Library.Choice choice) {
    int place = choice.entry().map(near::indexOf).orElse(-1);
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  private static Question reason(
      FollowUp followUp, TagMark tag, Library.SubReasons ask, String whose, Talk talk) {
    List<Button> choices = new ArrayList<>();
    for (Library.Choice choice : likeliest(followUp, ask)) {
      String action =
          choice
              .entry()
              .map(entry -> CardAction.action("sub", followUp.id(), tag.entry() + ">" + entry))
              .orElseGet(
                  () ->
                      CardAction.action("said", followUp.id(), tag.entry() + ">" + choice.label()));
      choices.add(new Button(action, choice.label(), Style.PRIMARY));
    }
    choices.add(skip(followUp, Question.REASON, talk.button("skip")));
    String question =
        ask.question().orElseGet(() -> talk.say("ask.which_kind", Map.of("label", tag.label())));
    String sentence = talk.say("ask.reason", Map.of("customer", whose, "question", question));
    return new Question(Question.REASON, sentence, choices);
  }

  private Optional<Question> when(FollowUp followUp, String whose, Talk talk) {
    Optional<DueTime> vague = followUp.due().filter(due -> due.at().isEmpty());
    if (vague.isEmpty()) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), talk.zone());
    List<Button> choices = new ArrayList<>();
    for (int days : new int[] {1, 2, 7}) {
      LocalDate day = today.plusDays(days);
      String words = talk.moments().day(day, talk.sentences().language());
      long at = day.atTime(MORNING).atZone(talk.zone()).toInstant().toEpochMilli();
      choices.add(
          new Button(
              CardAction.action("when", followUp.id(), Long.toString(at)), words, Style.PRIMARY));
    }
    choices.add(skip(followUp, Question.WHEN, talk.button("undated")));
    String sentence = talk.say("ask.when", Map.of("customer", whose, "phrase", vague.get().text()));
    return Optional.of(new Question(Question.WHEN, sentence, choices));
  }
}
