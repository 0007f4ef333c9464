package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.Correction;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.followup.FollowUps.Filter;
import io.kouxin.bot.inbox.Message;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Words that were typed or heard: a command, a correction, or a memo. */
final class Listening {
  /** Longer words are kept whole in the inbox, and read this far. */
  static final int MOST_CHARACTERS = 4_000;

  private static final int CHOICES = 4;
  private static final Intent.Correct SKIP = new Intent.Correct("先不管", false);

  private final Understanding understanding;
  private final FollowUps followUps;
  private final Verbs verbs;
  private final Editing editing;
  private final Telling telling;
  private final Which which;

  /** How the room talks back. */
  record Telling(
      Answers answers,
      Questions questions,
      Faces faces,
      Keepsakes keepsakes,
      Editing.Desk desk,
      Supplier<Duration> joining) {}

  Listening(
      Understanding understanding,
      FollowUps followUps,
      Verbs verbs,
      Editing editing,
      Telling telling) {
    this.understanding = understanding;
    this.followUps = followUps;
    this.verbs = verbs;
    this.editing = editing;
    this.telling = telling;
    this.which = new Which(followUps, understanding.customers(), editing, telling.desk());
  }

  Runnable text(Turn turn, Message message, String text) {
    return memo(turn, Memo.typed(message, text, turn.person().language()));
  }

  Runnable memo(Turn turn, Memo memo) {
    Optional<Matter> matter = telling.desk().matters().of(turn.account());
    return switch (Intent.of(memo.text())) {
      case Intent.Help help -> telling.answers().help(turn);
      case Intent.Hello hello -> () -> say(turn, "greeting", Map.of("name", turn.person().name()));
      case Intent.Mine mine -> telling.answers().mine(turn);
      case Intent.LookUp lookUp -> telling.answers().lookUp(turn, lookUp.name());
      case Intent.LookUpWhom whom -> () -> say(turn, "lookup.whom", Map.of());
      case Intent.Fine fine -> onCurrent(turn, verbs::confirm);
      case Intent.NeverMind never -> neverMind(turn, matter);
      case Intent.Drop drop -> onCurrent(turn, verbs::drop);
      case Intent.Change change -> onCurrent(turn, this::askWhat);
      case Intent.Restore restore -> verbs.restore(turn);
      case Intent.Undo undo -> verbs.undo(turn);
      case Intent.Separate separate -> verbs.separate(turn);
      case Intent.OneVisit one -> verbs.oneVisit(turn, verbs.current(turn));
      case Intent.NewCustomer fresh -> editing.newCustomer(turn, nobodys(turn), fresh.name());
      case Intent.Wordless wordless -> () -> say(turn, "text.emoji_only", Map.of());
      case Intent.Correct correct ->
          matter
              .flatMap(open -> answer(turn, open, correct))
              .orElseGet(() -> correct(turn, memo, correct));
      case Intent.Memo report ->
          matter
              .filter(open -> open.kind() == Matter.Kind.SAYING_WHY)
              .map(open -> editing.because(turn, open, Intent.Phrases.tidy(memo.text())))
              .orElseGet(() -> report(turn, memo));
    };
  }

  private interface OnVisits {
    Runnable apply(Turn turn, List<FollowUp> visits);
  }

  private Runnable onCurrent(Turn turn, OnVisits verb) {
    List<FollowUp> current = verbs.current(turn);
    return current.isEmpty() ? () -> say(turn, "dont_know", Map.of()) : verb.apply(turn, current);
  }

  private Runnable askWhat(Turn turn, List<FollowUp> visits) {
    return () -> {
      telling.desk().matters().set(turn.account(), Matter.editing(visits.getFirst().id()));
      say(turn, "correct.ask", Map.of());
    };
  }

  /** What was begun is left; if nothing was, what is asked is skipped. */
  private Runnable neverMind(Turn turn, Optional<Matter> begun) {
    Optional<Runnable> skipped =
        begun.isPresent() ? Optional.empty() : telling.keepsakes().answer(turn, SKIP);
    return skipped.orElse(() -> leave(turn));
  }

  private void leave(Turn turn) {
    telling.desk().matters().clear(turn.account());
    say(turn, "ask.skipped", Map.of());
  }

  /** The visit that waits for its customer. */
  private Optional<FollowUp> nobodys(Turn turn) {
    return verbs.current(turn).stream().filter(visit -> visit.customer().isEmpty()).findFirst();
  }

  private Runnable correct(Turn turn, Memo memo, Intent.Correct correct) {
    Optional<Runnable> answer = telling.keepsakes().answer(turn, correct);
    if (answer.isPresent()) {
      return answer.get();
    }
    if (!correct.explicit()) {
      return fewWords(turn, memo, correct.words());
    }
    List<FollowUp> current = verbs.current(turn);
    if (current.size() == 1) {
      return editing.words(turn, current.getFirst(), correct.words());
    }
    List<FollowUp> choices = current.isEmpty() ? verbs.recent(turn, CHOICES) : current;
    return choices.isEmpty()
        ? () -> say(turn, "correct.unclear", Map.of())
        : () -> which.ask(turn, choices, correct.words());
  }

  /** What the bot asked for is taken as the answer, if it can be one. */
  private Optional<Runnable> answer(Turn turn, Matter matter, Intent.Correct correct) {
    Optional<FollowUp> about = followUps.find(matter.followUp());
    return switch (matter.kind()) {
      case REASON, SAYING_WHY ->
          about
              .filter(
                  found ->
                      matter.kind() == Matter.Kind.SAYING_WHY
                          || !isElsewhere(turn, found, matter, correct))
              .map(
                  found ->
                      correct.explicit() && editing.understands(turn, found, correct.words())
                          ? editing.words(turn, found, correct.words())
                          : editing.because(turn, matter, correct.words()));
      case TIME ->
          about
              .filter(found -> isTime(turn, correct.words()))
              .map(found -> editing.words(turn, found, correct.words()));
      case EDITING ->
          about
              .filter(found -> !isAboutAVisit(turn, correct))
              .filter(found -> editing.understands(turn, found, correct.words()))
              .map(found -> editing.words(turn, found, correct.words()));
      case WHICH -> which.answer(turn, matter, correct.words());
      case THINGS ->
          which.meant(turn, correct.words(), verbs.recent(turn, CHOICES)).stream()
              .findFirst()
              .<Runnable>map(visit -> () -> telling.keepsakes().claimNamed(turn, visit))
              .or(() -> telling.keepsakes().answerWaiting(turn, correct));
    };
  }

  /** Whether words that correct nothing name a customer and say more: something new. */
  private boolean isAboutAVisit(Turn turn, Intent.Correct correct) {
    NamedCustomers customers = understanding.customers();
    return !correct.explicit()
        && customers.certain(correct.words(), turn.language(), turn.words()).isPresent()
        && !customers.isName(correct.words(), turn.language());
  }

  /** Whether they report of a customer whom neither the record nor its change is about. */
  private boolean isElsewhere(Turn turn, FollowUp record, Matter matter, Intent.Correct correct) {
    String name = matter.correction().map(Correction::after).orElse("");
    return isAboutAVisit(turn, correct)
        && understanding
            .customers()
            .certain(correct.words(), turn.language(), turn.words())
            .filter(customer -> record.customer().filter(customer::equals).isEmpty())
            .filter(customer -> !customer.name().equals(name))
            .isPresent();
  }

  /**
   * A few words that do not say what they are: the answer to what is open, a name to look up, or
   * else a memo.
   */
  private Runnable fewWords(Turn turn, Memo memo, String words) {
    boolean name = understanding.customers().isName(words, turn.language());
    Optional<FollowUp> nobodys = nobodys(turn).filter(visit -> asksCustomer(turn, visit));
    if (name && nobodys.isPresent()) {
      return editing.words(turn, nobodys.get(), words);
    }
    List<FollowUp> current = verbs.current(turn);
    if (isTime(turn, words) && !current.isEmpty()) {
      return correct(turn, memo, new Intent.Correct(words, true));
    }
    Optional<FollowUp> asked = asksWhy(turn, current, words);
    if (asked.isPresent()) {
      return editing.words(turn, asked.get(), words);
    }
    boolean kept = telling.desk().matters().of(turn.account()).isPresent();
    return name && !kept && understanding.customers().unknown(words, turn.language()).isEmpty()
        ? telling.answers().lookUp(turn, words)
        : report(turn, memo);
  }

  private boolean isTime(Turn turn, String words) {
    Optional<DueTime> when = understanding.when(words, turn.language());
    return when.filter(due -> due.text().length() * 3 >= words.length() * 2).isPresent();
  }

  private boolean asksCustomer(Turn turn, FollowUp visit) {
    return telling
        .questions()
        .about(visit, talk(turn))
        .filter(question -> question.name().equals(Question.CUSTOMER))
        .isPresent();
  }

  /** The visit whose sub-reason is asked for, if these are the words of one of the answers. */
  private Optional<FollowUp> asksWhy(Turn turn, List<FollowUp> current, String words) {
    return telling
        .questions()
        .aboutOneOf(current, talk(turn))
        .filter(open -> open.question().name().equals(Question.REASON))
        .filter(open -> open.question().offers(words))
        .map(Questions.Asked::visit);
  }

  /** A visit, or several. */
  Runnable report(Turn turn, Memo whole) {
    Memo memo = whole.first(MOST_CHARACTERS);
    List<FollowUp> visits = understanding.read(memo, turn.person(), turn.account());
    Optional<FollowUp> open =
        visits.size() == 1 ? toJoin(turn, memo, visits.getFirst()) : Optional.empty();
    return () -> {
      if (open.isPresent()) {
        join(turn, memo, open.get(), visits.getFirst());
        followUps.find(open.get().id()).ifPresent(all -> telling.keepsakes().claim(turn, all));
      } else {
        visits.forEach(followUps::open);
        telling.keepsakes().claim(turn, visits.getFirst());
        Faces.Face face = telling.faces().of(followUps.of(memo.message()), talk(turn));
        telling.desk().speaker().show(turn.account(), memo.message(), face);
      }
      if (memo.text().length() < whole.text().length()) {
        say(turn, "text.too_long", Map.of("n", MOST_CHARACTERS));
      }
    };
  }

  /** The draft about the same customer that this memo goes on with, if there is one. */
  private Optional<FollowUp> toJoin(Turn turn, Memo memo, FollowUp visit) {
    if (visit.customer().isEmpty()) {
      return aboutTheSamePerson(turn, memo, visit);
    }
    Instant since = memo.saidAt().minus(telling.joining().get());
    Filter drafts =
        Filter.of(turn.person().id())
            .about(visit.customer().map(CustomerRef::id).orElseThrow())
            .in(Status.DRAFT);
    return followUps.list(drafts, Optional.empty(), 20).stream()
        .filter(draft -> isNear(draft, since, memo.saidAt()) && !isInQuestion(turn, draft))
        .findFirst();
  }

  /** 张主任又打电话来: no customer is named, but somebody of whom the last draft spoke, and only it. */
  private Optional<FollowUp> aboutTheSamePerson(Turn turn, Memo memo, FollowUp visit) {
    Instant since = memo.saidAt().minus(telling.joining().get());
    Filter drafts = Filter.of(turn.person().id()).in(Status.DRAFT);
    List<FollowUp> near =
        followUps.list(drafts, Optional.empty(), 20).stream()
            .filter(draft -> isNear(draft, since, memo.saidAt()) && sharesPerson(draft, visit))
            .toList();
    return near.size() == 1
            && !isInQuestion(turn, near.getFirst())
            && isNobodyElses(near.getFirst(), visit.text(), memo.language())
        ? Optional.of(near.getFirst())
        : Optional.empty();
  }

  /** While it is open which one is to be changed, nothing else changes them. */
  private boolean isInQuestion(Turn turn, FollowUp draft) {
    return telling
        .desk()
        .matters()
        .of(turn.account())
        .filter(matter -> matter.choices().contains(draft.id()))
        .isPresent();
  }

  private static boolean sharesPerson(FollowUp draft, FollowUp visit) {
    return draft.people().stream()
        .filter(person -> !person.name().isEmpty())
        .anyMatch(person -> visit.people().stream().anyMatch(p -> p.name().equals(person.name())));
  }

  private boolean isNobodyElses(FollowUp draft, String words, Locale language) {
    NamedCustomers named = understanding.customers();
    return named.unknown(words, language).isEmpty()
        && named.candidates(words, language).stream()
            .allMatch(one -> draft.customer().filter(one::equals).isPresent());
  }

  private static boolean isNear(FollowUp draft, Instant since, Instant saidAt) {
    Instant last = draft.parts().getLast().at();
    return !last.isBefore(since) && !last.isAfter(saidAt);
  }

  private void join(Turn turn, Memo memo, FollowUp open, FollowUp visit) {
    followUps.write(open.join(visit, telling.desk().clock().instant()), turn.person().id(), "");
    Talk talk = talk(turn);
    var apart =
        new Button(
            CardAction.action("split", open.id(), memo.message()),
            talk.button("split"),
            Style.NORMAL);
    String sentence = talk.say("draft.joined", Map.of("customer", talk.customer(open)));
    telling
        .desk()
        .speaker()
        .ask(turn.account(), "joined:" + memo.message(), sentence, List.of(apart));
  }

  private Talk talk(Turn turn) {
    return telling.desk().speaker().talk(turn.person());
  }

  private void say(Turn turn, String sentence, Map<String, ?> values) {
    telling
        .desk()
        .speaker()
        .say(turn.account(), turn.person(), "said:" + turn.id(), sentence, values);
  }
}
