package io.kouxin.nlp.text;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads words in the language they are written in, whoever wrote them: a Chinese rep's English memo
 * by English rules, and the other way round. What a memo in both does not say in the one, it may
 * say in the other. The language given decides only where the script tells nothing.
 *
 * @param reader reads one language at a time
 */
public record BilingualReader(UtteranceReader reader) implements UtteranceReader {
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'’]*");

  /** Without one of these, Latin words in a Chinese text are names. */
  private static final Pattern OF_A_SENTENCE =
      Pattern.compile(
          "\\b(?:the|a|an|to|is|are|was|were|and|they|he|she|we|i|by|on|for|of|with|at|in|wants?|need(?:s|ed)?|will|has|have|it)\\b",
          Pattern.CASE_INSENSITIVE);

  /**
   * The language of a text by its script.
   *
   * @param otherwise the language of a text without any, like a lone number
   */
  public static Locale language(String text, Locale otherwise) {
    long chinese = text.codePoints().filter(PlainText::isHan).count();
    Matcher word = WORD.matcher(text);
    long english = word.results().count();
    if (chinese == 0) {
      return english == 0 ? otherwise : Locale.ENGLISH;
    }
    boolean names = !OF_A_SENTENCE.matcher(text).find();
    return names || chinese >= english ? Locale.CHINESE : Locale.ENGLISH;
  }

  @Override
  public List<Span> visits(String raw, Locale language) {
    return reader.visits(raw, language(raw, language));
  }

  @Override
  public Utterance read(String raw, Locale language, ZonedDateTime now) {
    Locale own = language(raw, language);
    Utterance read = reader.read(raw, own, now);
    return isMixed(raw) ? both(read, reader.read(raw, other(own), now)) : read;
  }

  private static boolean isMixed(String raw) {
    return raw.codePoints().anyMatch(PlainText::isHan) && WORD.matcher(raw).find();
  }

  private static Locale other(Locale language) {
    return language.equals(Locale.ENGLISH) ? Locale.CHINESE : Locale.ENGLISH;
  }

  private static Utterance both(Utterance read, Utterance other) {
    boolean dueElsewhere = read.due().isEmpty() && other.due().isPresent();
    Optional<String> action =
        dueElsewhere
            ? other.nextAction().or(read::nextAction)
            : read.nextAction().or(other::nextAction);
    return new Utterance(
        read.raw(),
        read.language(),
        read.clauses(),
        both(read.people(), other.people(), PersonMention::span),
        both(read.amounts(), timeless(read, other), Amount::span),
        read.due().or(other::due),
        action);
  }

  /** What one language takes for a quantity is none where the other reads the time. */
  private static List<Amount> timeless(Utterance read, Utterance other) {
    return other.amounts().stream()
        .filter(a -> read.due().filter(due -> due.span().overlaps(a.span())).isEmpty())
        .toList();
  }

  private static <T> List<T> both(List<T> own, List<T> others, Function<T, Span> span) {
    var all = new ArrayList<T>(own);
    others.stream()
        .filter(o -> own.stream().noneMatch(one -> span.apply(one).overlaps(span.apply(o))))
        .forEach(all::add);
    all.sort(Comparator.comparingInt(one -> span.apply(one).start()));
    return List.copyOf(all);
  }
}
