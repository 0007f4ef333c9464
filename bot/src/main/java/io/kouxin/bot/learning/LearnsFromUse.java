package io.kouxin.bot.learning;

import io.kouxin.bot.customer.Customer;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUps.Version;
import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.learning.Verdict.Act;
import io.kouxin.bot.learning.Verdict.Shown;
import io.kouxin.bot.pack.Ask;
import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.pack.Taught;
import io.kouxin.bot.pack.Taught.Sense;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what a follow-up teaches, anew after each of its changes: what is taken back teaches
 * nothing, and reading twice is reading once.
 */
final class LearnsFromUse implements Reaction {
  private static final int SHORTEST_CHINESE = 4;
  private static final int FEWEST_WORDS = 3;
  private static final int LONGEST = 200;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]*[0-9][A-Za-z0-9_-]*");

  private final Ground ground;
  private final LessonRows rows;

  LearnsFromUse(Ground ground, LessonRows rows) {
    this.ground = ground;
    this.rows = rows;
  }

  @Override
  public String name() {
    return "learn";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        "follow-up.opened",
        "follow-up.corrected",
        "follow-up.undone",
        "follow-up.joined",
        "follow-up.split");
  }

  @Override
  public void react(JournalEntry entry) {
    ground.followUps().find(entry.subject()).ifPresent(this::read);
  }

  private void read(FollowUp followUp) {
    List<Version> history = ground.followUps().history(followUp.id()).reversed();
    Map<String, Verdict> verdicts = Verdicts.of(history, followUp, this::isKindOf);
    rows.count(followUp.id(), verdicts);
    List<LessonRows.Showing> showings = new ArrayList<>();
    verdicts.forEach((id, verdict) -> showing(followUp, id, verdict).ifPresent(showings::add));
    rows.shown(followUp.id(), showings);
  }

  private Optional<LessonRows.Showing> showing(FollowUp followUp, String id, Verdict verdict) {
    Optional<LibraryItem> item = ground.packs().entries().get(id);
    if (item.isEmpty() || verdict.act() == Act.NOTHING || verdict.act() == Act.SPECIFIED) {
      return Optional.empty();
    }
    Sense sense = verdict.act() == Act.TICKED ? Sense.EXAMPLE : Sense.COUNTER_EXAMPLE;
    return verdict.shown().flatMap(shown -> showing(followUp, item.get(), sense, shown));
  }

  private Optional<LessonRows.Showing> showing(
      FollowUp followUp, LibraryItem item, Sense sense, Shown shown) {
    return Optional.of(masked(followUp, shown.words()))
        .filter(text -> isUtterance(followUp, text))
        .filter(text -> isNew(item, text))
        .map(text -> new Taught(item.id(), sense, text))
        .map(lesson -> new LessonRows.Showing(lesson, shown.by(), shown.at()));
  }

  private String masked(FollowUp followUp, String text) {
    Optional<Customer> known =
        followUp.customer().map(CustomerRef::id).flatMap(ground.customers()::find);
    List<String> customers = new ArrayList<>();
    followUp.customer().map(CustomerRef::name).ifPresent(customers::add);
    known.map(Customer::aliases).ifPresent(customers::addAll);
    known.flatMap(Customer::code).ifPresent(customers::add);
    customers.addAll(codes(text));
    Stream<String> said = followUp.people().stream().map(person -> person.name());
    Stream<String> listed = known.stream().flatMap(it -> it.contacts().stream()).map(c -> c.name());
    return new Masking(followUp.language())
        .mask(text, customers, Stream.concat(said, listed).toList());
  }

  /** What anybody's books call a customer: the memo may have been about another one first. */
  private List<String> codes(String text) {
    return CODE.matcher(text)
        .results()
        .map(MatchResult::group)
        .distinct()
        .filter(word -> ground.customers().withCode(word).isPresent())
        .toList();
  }

  /** A keyword teaches nothing: it would be found everywhere. */
  private static boolean isUtterance(FollowUp followUp, String text) {
    boolean whole =
        followUp.language().getLanguage().equals("en")
            ? text.split("\\s+").length >= FEWEST_WORDS
            : text.codePointCount(0, text.length()) >= SHORTEST_CHINESE;
    return whole && text.length() <= LONGEST;
  }

  /**
   * What people wrote there already teaches nothing; what was learned stays a lesson, so that it
   * can be taken back.
   */
  private static boolean isNew(LibraryItem item, String text) {
    return Stream.concat(
            item.entry().phrases().stream(), item.entry().contrast().counterExamples().stream())
        .noneMatch(known -> known.strip().equalsIgnoreCase(text));
  }

  private boolean isKindOf(String specific, String general) {
    Optional<LibraryItem> parent = ground.packs().library().item(general);
    boolean child =
        ground.packs().library().children(general).stream()
            .anyMatch(item -> item.id().equals(specific));
    boolean answer =
        parent.flatMap(LibraryItem::ask).map(Ask::choices).orElse(List.of()).stream()
            .anyMatch(choice -> choice.entry().filter(specific::equals).isPresent());
    return child || answer;
  }
}
