package io.kouxin.nlp.text;

import io.kouxin.nlp.text.Language.AmountValue;
import io.kouxin.nlp.text.Language.Found;
import io.kouxin.nlp.text.Language.PersonName;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads Chinese and English memos by rules. Keeps no state, so one instance serves all threads.
 *
 * <p>Any language but English is read as Chinese; an English note of a Chinese rep and the other
 * way round is read by the grammar of the language given.
 */
public final class RuleBasedReader implements UtteranceReader {
  private final Language chinese = new Chinese();
  private final Language english = new English();
  private final Supplier<WorkCalendar> calendar;

  /** By the shipped calendar. */
  public RuleBasedReader() {
    this(WorkCalendar::china);
  }

  /**
   * By a calendar.
   *
   * @param calendar which days are worked, asked anew for each memo
   */
  public RuleBasedReader(Supplier<WorkCalendar> calendar) {
    this.calendar = calendar;
  }

  @Override
  public Utterance read(String raw, Locale language, ZonedDateTime now) {
    var memo = memo(raw, language, now);
    Optional<TimeMention> due = memo.due();
    return new Utterance(
        raw,
        language,
        memo.clauses(),
        memo.people(raw),
        memo.amounts(raw),
        due.map(d -> memo.due(raw, d)),
        memo.nextAction(raw, due));
  }

  @Override
  public List<Span> visits(String raw, Locale language) {
    PlainText plain = PlainText.of(raw);
    var out = new ArrayList<Span>();
    int start = 0;
    for (int cut : grammar(language).visits().cuts(plain.text())) {
      int at = plain.raw(cut, cut).start();
      out.add(new Span(start, at));
      start = at;
    }
    out.add(new Span(start, raw.length()));
    return List.copyOf(out);
  }

  /**
   * Reads a time that stands for itself, as in a correction (改到周五): the first of the future,
   * without asking whether it is a promise.
   *
   * @param raw what was said or typed
   * @param language the language to read it in
   * @param now the moment it was said; its zone is the zone of the time
   * @return the time, with {@link Due#at()} empty when only a vague one was said; empty when none
   *     was
   */
  public Optional<Due> when(String raw, Locale language, ZonedDateTime now) {
    var memo = memo(raw, language, now);
    List<TimeMention> times = memo.times();
    return times.stream()
        .filter(t -> t.at().filter(at -> at.isAfter(memo.local())).isPresent())
        .findFirst()
        .or(() -> times.stream().filter(t -> t.at().isEmpty()).findFirst())
        .map(t -> memo.due(raw, t));
  }

  private Memo memo(String raw, Locale language, ZonedDateTime now) {
    PlainText plain = PlainText.of(raw);
    Language grammar = grammar(language);
    var today = new Today(now.toLocalDateTime(), calendar.get());
    return new Memo(plain, grammar, now, grammar.times(plain.text(), today).find());
  }

  private Language grammar(Locale language) {
    return "en".equals(language.getLanguage()) ? english : chinese;
  }

  /** One text while it is read. */
  private record Memo(
      PlainText plain, Language grammar, ZonedDateTime now, List<TimeMention> times) {

    LocalDateTime local() {
      return now.toLocalDateTime();
    }

    Optional<TimeMention> due() {
      return grammar.followUp().choose(plain.text(), times(), local());
    }

    Due due(String raw, TimeMention time) {
      Span span = plain.raw(time.start(), time.end());
      return new Due(
          span.of(raw),
          span,
          time.at().map(at -> at.atZone(now.getZone()).toInstant()),
          time.kind());
    }

    List<Span> clauses() {
      return grammar.clauses().of(plain.text()).stream()
          .map(c -> plain.raw(c.start(), c.end()))
          .toList();
    }

    List<PersonMention> people(String raw) {
      return grammar.people(plain.text()).stream().map(f -> person(raw, f)).toList();
    }

    private PersonMention person(String raw, Found<PersonName> found) {
      Span span = plain.raw(found.start(), found.end());
      String name = found.value().name();
      boolean titled =
          !name.isEmpty() && plain.text().substring(found.start(), found.end()).endsWith(name);
      Span nameSpan = titled ? plain.raw(found.end() - name.length(), found.end()) : span;
      return new PersonMention(
          span.of(raw), name.isEmpty() ? "" : nameSpan.of(raw), found.value().role(), span);
    }

    List<Amount> amounts(String raw) {
      return grammar.amounts(plain.text()).stream()
          .filter(f -> times.stream().noneMatch(t -> f.overlaps(t.start(), t.end())))
          .map(f -> amount(raw, f))
          .toList();
    }

    private Amount amount(String raw, Found<AmountValue> found) {
      Span span = plain.raw(found.start(), found.end());
      return new Amount(span.of(raw), span, found.value().value(), found.value().unit());
    }

    Optional<String> nextAction(String raw, Optional<TimeMention> due) {
      NextActions actions = grammar.nextActions();
      return due.flatMap(d -> actions.at(plain.text(), d))
          .or(() -> actions.announced(plain.text()))
          .map(s -> plain.raw(s.start(), s.end()).of(raw));
    }
  }
}
