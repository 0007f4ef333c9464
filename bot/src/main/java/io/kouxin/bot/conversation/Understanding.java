package io.kouxin.bot.conversation;

import io.kouxin.bot.customer.KnownCustomers;
import io.kouxin.bot.followup.Contact;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.Part;
import io.kouxin.bot.followup.Quantity;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.work.Sequence;
import io.kouxin.nlp.tagging.Tagging;
import io.kouxin.nlp.text.BilingualReader;
import io.kouxin.nlp.text.Due;
import io.kouxin.nlp.text.Round;
import io.kouxin.nlp.text.Round.Naming;
import io.kouxin.nlp.text.Span;
import io.kouxin.nlp.text.Utterance;
import io.kouxin.nlp.text.UtteranceReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes follow-ups of a memo: one for each visit that it reports. Writes nothing. */
public final class Understanding {
  private final UtteranceReader reader;
  private final Library library;
  private final NamedCustomers customers;
  private final Clock clock;
  private final ZoneId zone;

  /**
   * With what it knows.
   *
   * @param zone of every time that is said
   */
  public Understanding(
      UtteranceReader reader, Library library, KnownCustomers customers, Clock clock, ZoneId zone) {
    this.reader = reader;
    this.library = library;
    this.customers = new NamedCustomers(customers);
    this.clock = clock;
    this.zone = zone;
  }

  List<FollowUp> read(Memo memo, Person rep, Account account) {
    List<FollowUp> visits = new ArrayList<>();
    for (Visit visit : visits(memo)) {
      visits.add(visit(memo, visit, visits.size(), rep, account));
    }
    return List.copyOf(visits);
  }

  /** One of the visits of a memo, and whose it is, where its words tell more than its names. */
  private record Visit(Span span, Optional<CustomerRef> customer) {}

  /** Cut by words alone first, and then where another customer is named and the rep went on. */
  private List<Visit> visits(Memo memo) {
    List<Visit> visits =
        reader.visits(memo.text(), memo.language()).stream()
            .flatMap(span -> visits(memo, span).stream())
            .toList();
    return visits.stream().map(visit -> doubted(visit, visits, memo)).toList();
  }

  /**
   * Alone it is asked whose it is, and so it is where it comes back to another visit's customer.
   */
  private Visit doubted(Visit visit, List<Visit> all, Memo memo) {
    List<Naming> names = customers.places(visit.span().of(memo.text()), memo.source().kind());
    boolean comesBack =
        all.stream()
            .filter(other -> !other.equals(visit))
            .flatMap(other -> other.customer().stream())
            .anyMatch(whose -> names.stream().anyMatch(name -> name.who().contains(whose.id())));
    return all.size() > 1 && !comesBack ? visit : new Visit(visit.span(), Optional.empty());
  }

  private List<Visit> visits(Memo memo, Span span) {
    String text = span.of(memo.text());
    List<Naming> names = customers.places(text, memo.source().kind());
    Locale language = BilingualReader.language(text, memo.language());
    return Round.of(text, names, language).stream()
        .map(
            leg ->
                new Visit(
                    new Span(span.start() + leg.span().start(), span.start() + leg.span().end()),
                    leg.at().flatMap(naming -> customers.at(naming, text))))
        .toList();
  }

  private FollowUp visit(Memo memo, Visit visit, int number, Person rep, Account account) {
    String text = visit.span().of(memo.text());
    Utterance utterance = reader.read(text, memo.language(), memo.saidAt().atZone(zone));
    Tagging tagging = library.tag(utterance);
    Part part = part(memo, visit.span(), number, utterance);
    Instant now = clock.instant();
    return new FollowUp(
        Sequence.next(),
        rep.id(),
        account,
        utterance.language(),
        visit.customer().or(() -> customers.certain(text, memo.language(), memo.source().kind())),
        List.of(part),
        marks(tagging.tags()),
        marks(tagging.suggestions()),
        Rival.named(text).map(name -> Map.of(Rival.DETAIL, name)).orElse(Map.of()),
        part.nextAction(),
        part.due(),
        List.of(),
        Set.of(),
        FollowUp.Status.DRAFT,
        1,
        1,
        now,
        now);
  }

  private static Part part(Memo memo, Span span, int number, Utterance utterance) {
    return new Part(
        memo.message(),
        number,
        utterance.raw(),
        memo.sourceOf(span),
        memo.doubtsIn(span),
        utterance.people().stream().map(p -> new Contact(p.name(), p.role())).distinct().toList(),
        utterance.amounts().stream().map(a -> new Quantity(a.text(), a.value(), a.unit())).toList(),
        utterance.nextAction().map(String::strip),
        utterance.due().map(Understanding::dueTime),
        memo.saidAt());
  }

  /** Whom words name. */
  NamedCustomers customers() {
    return customers;
  }

  /** When these few words mean, if they are nothing but a time. */
  Optional<DueTime> when(String words, Locale language) {
    return reader
        .read(words, language, clock.instant().atZone(zone))
        .due()
        .filter(due -> due.at().isPresent())
        .map(Understanding::dueTime);
  }

  /** Whether these words mention somebody on the customer's side. */
  boolean isPerson(String words, Locale language) {
    return !reader.read(words, language, clock.instant().atZone(zone)).people().isEmpty();
  }

  static DueTime dueTime(Due due) {
    return new DueTime(due.at(), DueTime.Kind.valueOf(due.kind().name()), due.text());
  }

  static List<TagMark> marks(List<Tagging.Tag> tags) {
    return tags.stream().map(Understanding::mark).toList();
  }

  /** A tag as the record keeps it. */
  public static TagMark mark(Tagging.Tag tag) {
    return new TagMark(
        tag.entry(),
        tag.kind().name().toLowerCase(Locale.ROOT),
        tag.label(),
        tag.score(),
        tag.status().name().toLowerCase(Locale.ROOT),
        tag.evidence().stream()
            .map(e -> new TagMark.Evidence(e.start(), e.end(), e.text()))
            .toList(),
        false);
  }
}
