package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.TokenVectors;
import io.kouxin.nlp.tagging.EntryMatch.Hit;
import io.kouxin.nlp.tagging.Judgement.ByMeaning;
import io.kouxin.nlp.tagging.Judgement.ByWords;
import io.kouxin.nlp.tagging.Readiness.Told;
import io.kouxin.nlp.tagging.Tagging.EntryError;
import io.kouxin.nlp.text.PlainText;
import io.kouxin.nlp.text.Utterance;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A library in memory. Its phrases are Lucene documents found by characters, pairs of characters,
 * sounds and English stems; those that share most with a memo are compared closely ({@link
 * Coverage}), the best two phrases of an entry make its score, and one global threshold decides
 * between a tag and a suggestion.
 *
 * <p>Immutable and safe for many threads: an edited library is a new one. Using it after {@link
 * #close()} is a bug and fails.
 */
public final class LuceneTagLibrary implements TagLibrary {
  /** So much of a name is heard when all of it sounds alike. */
  private static final double SOUNDS_WHOLE = 0.6;

  /** Shorter names must be there letter for letter: too much sounds like them. */
  private static final int LONG_NAME = 3;

  private final Background background;
  private final Phrases library;
  private final PhraseIndex index;
  private final Boilerplate boilerplate;
  private final Calibration calibration;
  private final List<Meanings> meanings;
  private final Selection selection;

  /** Calibrated anew. */
  private LuceneTagLibrary(
      Phrases library, Background background, List<Encoder> encoders, List<Meanings> before) {
    this.background = background;
    this.library = library;
    this.index = PhraseIndex.of(library);
    this.boilerplate = new Boilerplate(background.own());
    this.calibration = calibrate(background.forWords(library));
    this.meanings =
        encoders.stream()
            .filter(e -> Tongue.of(library.entries()).contains(Tongue.of(e)))
            .map(e -> Meanings.of(e, encoded(before, e), library, background, this::words))
            .toList();
    this.selection =
        meanings.isEmpty()
            ? selection(ByWords.after(background))
            : ready(ByMeaning.after(background));
  }

  /** The entries of another edition, for which the calibration of this one has to do. */
  private LuceneTagLibrary(LuceneTagLibrary before, Edition edition) {
    this.background = before.background;
    this.library = edition.library();
    this.index = before.index.next(edition);
    this.boilerplate = before.boilerplate;
    this.calibration = before.calibration.carriedOver(edition.kept());
    this.meanings =
        edition.isMostlyNew()
            ? List.of()
            : before.meanings.stream().map(m -> m.edited(library)).toList();
    this.selection =
        selection(meanings.isEmpty() ? ByWords.after(background) : before.selection.judgement());
  }

  /** What was encoded before with the same model. */
  private static Map<String, TokenVectors> encoded(List<Meanings> before, Encoder encoder) {
    return before.stream()
        .filter(m -> m.encoder().language().equals(encoder.language()))
        .findFirst()
        .map(Meanings::encoded)
        .orElse(Map.of());
  }

  private Selection selection(Judgement judgement) {
    return new Selection(library, judgement, new Contrasts(library), Kinship.of(library.entries()));
  }

  /** At the threshold that fits the company's own memos, as far as there are any. */
  private Selection ready(ByMeaning usual) {
    Selection first = selection(usual);
    List<Told> own =
        background.own(Tongue.CHINESE).parallel().map(u -> told(u.plain().text())).toList();
    if (own.isEmpty()) {
      return first;
    }
    double certain = Readiness.certain(own, threshold -> first.by(usual.at(threshold, 1)));
    return first.by(usual.at(certain, background.known(Tongue.CHINESE)));
  }

  private Told told(String raw) {
    Memo memo = memo(raw);
    return new Told(raw, memo, matches(memo));
  }

  /** A library without any memo to calibrate on: a first start. */
  public static LuceneTagLibrary of(Collection<LibraryEntry> entries) {
    return of(entries, List.of());
  }

  /** A library that goes by words alone. */
  public static LuceneTagLibrary of(
      Collection<LibraryEntry> entries, Collection<String> background) {
    return of(entries, background, List.of());
  }

  /**
   * A library calibrated on what this tenant's reps usually say.
   *
   * @param entries any number; a broken one is reported in each {@link Tagging} and spoils nothing
   * @param background unlabelled memos of the same tenant, as they arrived; may be empty
   * @param encoders for what is said in other words, each in its language; without one only the
   *     words count. The first 20,000 phrases of a language are read for their meaning: at some 5
   *     KB each, 100 MB
   */
  public static LuceneTagLibrary of(
      Collection<LibraryEntry> entries, Collection<String> background, List<Encoder> encoders) {
    return read(entries, background, encoders, List.of());
  }

  private static LuceneTagLibrary read(
      Collection<LibraryEntry> entries,
      Collection<String> background,
      List<Encoder> encoders,
      List<Meanings> before) {
    var memos = Background.of(background);
    return new LuceneTagLibrary(Phrases.of(List.copyOf(entries), memos), memos, encoders, before);
  }

  /** As {@link #of}, but sooner: what this library has encoded is not encoded again. */
  public LuceneTagLibrary calibrated(
      Collection<LibraryEntry> entries, Collection<String> background, List<Encoder> encoders) {
    return read(entries, background, encoders, meanings);
  }

  /**
   * The library with these entries instead, sooner than a new one is ready: what is known of
   * phrases that stay is kept, and the words of a new phrase count as ordinary ones. With a whole
   * pack of new ones it goes by words alone until it is {@link #calibrated}.
   */
  public LuceneTagLibrary edited(Collection<LibraryEntry> entries) {
    return new LuceneTagLibrary(this, Edition.of(library, List.copyOf(entries), background));
  }

  /** Scores are found side by side and added up in order, so that each run gives the same sums. */
  private Calibration calibrate(List<BackgroundMemo> memos) {
    var counting = new Calibration.Counting(library.phrases().size());
    memos.parallelStream()
        .map(this::chances)
        .toList()
        .forEach(scores -> scores.forEach((p, score) -> counting.add(p, score / memos.size())));
    return counting.done();
  }

  /** What phrases get from a memo that is not about them, by the number of the phrase. */
  private Map<Integer, Double> chances(BackgroundMemo memo) {
    Memo ready = memo(memo.units());
    var scores = new LinkedHashMap<Integer, Double>();
    for (int p : index.candidates(ready)) {
      Phrase phrase = library.phrases().get(p);
      if (!memo.about().contains(library.entries().get(phrase.entry()).id())) {
        scores.put(p, Coverage.of(phrase, ready).score());
      }
    }
    return scores;
  }

  @Override
  public Tagging tag(Utterance utterance) {
    Memo memo = memo(utterance.raw());
    return selection.of(matches(memo), memo, utterance.raw());
  }

  @Override
  public Optional<Why> why(Utterance utterance, String entry) {
    Memo memo = memo(utterance.raw());
    return IntStream.range(0, library.entries().size())
        .filter(e -> library.entries().get(e).id().equals(entry))
        .boxed()
        .findFirst()
        .map(e -> new Explanation(selection, memo, utterance.raw()).of(e, matches(memo)));
  }

  /**
   * As {@link #tag}, but by a library without each phrase that stands in the memo word for word or
   * sound for sound: tells how well other wording is understood. Takes as long as an edit.
   */
  public Tagging tagOtherWording(Utterance utterance) {
    Units said = Units.of(utterance.raw());
    List<LibraryEntry> others = library.entries().stream().map(e -> unsaid(e, said)).toList();
    if (others.equals(library.entries())) {
      return tag(utterance);
    }
    try (LuceneTagLibrary blind = edited(others)) {
      Tagging found = blind.tag(utterance);
      return new Tagging(found.tags(), found.suggestions(), errors());
    }
  }

  private static LibraryEntry unsaid(LibraryEntry entry, Units said) {
    return entry.saying(unsaid(entry.phrases(), said), unsaid(entry.aliases(), said));
  }

  private static List<String> unsaid(List<String> phrases, Units said) {
    return phrases.stream().filter(p -> !said.says(PlainText.of(p).text())).toList();
  }

  /** A memo made ready for this library. */
  Memo memo(String raw) {
    return memo(Units.of(raw));
  }

  private Memo memo(Units units) {
    return new Memo(units, boilerplate.in(units));
  }

  /** The words of a memo, and those of this library that may be meant in it. */
  MemoWords words(String raw) {
    return words(Units.of(raw));
  }

  private MemoWords words(Units units) {
    Memo memo = memo(units);
    return words(memo, index.candidates(memo));
  }

  private MemoWords words(Memo memo, Set<Integer> candidates) {
    boolean[] hidden = boilerplate.characters(memo.units());
    return MemoWords.of(memo, hidden, candidates.stream().map(library.phrases()::get));
  }

  /** What is found in a memo, before anything of it is judged. */
  Collection<EntryMatch> matches(Memo memo) {
    Units units = memo.units();
    var best = new EntryMatches();
    Set<Integer> candidates = index.candidates(memo);
    for (int p : candidates) {
      Phrase phrase = library.phrases().get(p);
      Coverage coverage = Coverage.of(phrase, memo);
      double score = calibration.above(p, coverage.score());
      if (score > 0) {
        int start = units.get(coverage.first()).start();
        Hit hit = new Hit(phrase, start, units.get(coverage.last()).end(), score);
        if (!phrase.alias()) {
          best.words(hit);
        } else if (named(phrase, coverage)) {
          best.name(hit);
        }
      }
    }
    if (!meanings.isEmpty()) {
      MemoWords words = words(memo, candidates);
      meanings.forEach(m -> m.into(best, words));
    }
    return best.all();
  }

  private static boolean named(Phrase name, Coverage coverage) {
    boolean sounds = coverage.score() >= SOUNDS_WHOLE && name.plain().length() >= LONG_NAME;
    return sounds || coverage.score() >= 1;
  }

  /** Whether it goes by what is meant, too, and not by words alone. */
  public boolean understandsMeaning() {
    return !meanings.isEmpty();
  }

  /** Entries that can never be found, and why; empty in a sound library. */
  public List<EntryError> errors() {
    return library.errors();
  }

  @Override
  public void close() {
    index.close();
  }
}
