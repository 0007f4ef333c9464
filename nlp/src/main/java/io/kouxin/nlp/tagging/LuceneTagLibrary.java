package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.Tagging.EntryError;
import io.kouxin.nlp.tagging.Tagging.Status;
import io.kouxin.nlp.tagging.Tagging.Tag;
import io.kouxin.nlp.text.Utterance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
  private static final int SUGGESTIONS = 5;

  private final List<Units> background;
  private final Phrases library;
  private final PhraseIndex index;
  private final Boilerplate boilerplate;
  private final Calibration calibration;

  /** Calibrated anew. */
  private LuceneTagLibrary(Phrases library, List<Units> background) {
    this.background = background;
    this.library = library;
    this.index = new PhraseIndex(library.phrases(), library.weights());
    this.boilerplate = new Boilerplate(background);
    this.calibration = calibrate();
  }

  /** The entries of another edition, for which the calibration of this one has to do. */
  private LuceneTagLibrary(LuceneTagLibrary before, Phrases library) {
    this.background = before.background;
    this.library = library;
    this.index = new PhraseIndex(library.phrases(), library.weights());
    this.boilerplate = before.boilerplate;
    this.calibration = before.calibration.carriedOver(before.library, library);
  }

  /** A library without any memo to calibrate on: a first start. */
  public static LuceneTagLibrary of(Collection<LibraryEntry> entries) {
    return of(entries, List.of());
  }

  /**
   * A library calibrated on what this tenant's reps usually say.
   *
   * @param entries any number; a broken one is reported in each {@link Tagging} and spoils nothing
   * @param background unlabelled memos of the same tenant, as they arrived; may be empty
   */
  public static LuceneTagLibrary of(
      Collection<LibraryEntry> entries, Collection<String> background) {
    List<Units> memos = background.stream().map(Units::of).toList();
    return new LuceneTagLibrary(Phrases.of(List.copyOf(entries), memos), memos);
  }

  /**
   * The library with these entries instead, sooner than a new one is ready: what is known of
   * phrases that stay is kept, and a new phrase counts as an ordinary one.
   */
  public LuceneTagLibrary edited(Collection<LibraryEntry> entries) {
    return new LuceneTagLibrary(this, Phrases.of(List.copyOf(entries), background));
  }

  /** Scores are found side by side and added up in order, so that each run gives the same sums. */
  private Calibration calibrate() {
    List<BackgroundMemo> memos = BackgroundMemo.of(background, library);
    var calibration = new Calibration.Counting(library.phrases().size());
    memos.parallelStream()
        .map(this::chances)
        .toList()
        .forEach(scores -> scores.forEach(calibration::add));
    return calibration.over(memos.size(), background.size() >= BackgroundMemo.ENOUGH);
  }

  /** What phrases get from a memo that is not about them, by the number of the phrase. */
  private Map<Integer, Double> chances(BackgroundMemo memo) {
    var ready = new Memo(memo.units(), boilerplate.in(memo.units()));
    var scores = new LinkedHashMap<Integer, Double>();
    for (int p : index.candidates(ready)) {
      Phrase phrase = library.phrases().get(p);
      if (!memo.about().contains(phrase.entry())) {
        scores.put(p, Coverage.of(phrase, ready).score());
      }
    }
    return scores;
  }

  @Override
  public Tagging tag(Utterance utterance) {
    Units units = Units.of(utterance.raw());
    var memo = new Memo(units, boilerplate.in(units));
    var found = new ArrayList<EntryMatch>();
    for (EntryMatch match : matches(memo)) {
      if (Calibration.worthALook(match.score())) {
        found.add(match);
      }
    }
    found.sort(Comparator.comparingDouble(EntryMatch::score).reversed());
    return tagging(found, memo, utterance.raw());
  }

  private Collection<EntryMatch> matches(Memo memo) {
    var best = new EntryMatches(library.entries().size());
    for (int p : index.candidates(memo)) {
      Phrase phrase = library.phrases().get(p);
      Coverage coverage = Coverage.of(phrase, memo);
      double score = calibration.above(p, coverage.score());
      if (score > 0) {
        best.add(phrase, coverage, score);
      }
    }
    return best.all();
  }

  private Tagging tagging(List<EntryMatch> found, Memo memo, String raw) {
    var tags = new ArrayList<Tag>();
    var suggestions = new ArrayList<Tag>();
    for (EntryMatch match : found) {
      double probability = calibration.probability(match.score());
      Tag tag = match.tag(library.entries().get(match.entry()), probability, memo, raw);
      if (certain(match, found, memo) && tag.status() != Status.UNCERTAIN) {
        tags.add(tag);
      } else if (tag.status() != Status.NEGATED && suggestions.size() < SUGGESTIONS) {
        suggestions.add(tag);
      }
    }
    return new Tagging(tags, suggestions, errors());
  }

  /** Whether an entry is tagged without asking. */
  private boolean certain(EntryMatch match, List<EntryMatch> found, Memo memo) {
    if (calibration.certain(match.score())) {
      return true;
    }
    double second = found.size() > 1 ? found.get(1).score() : 0;
    boolean sentence = memo.units().size() <= Coverage.WINDOW;
    return sentence
        && match.equals(found.getFirst())
        && calibration.standsOut(match.score(), second);
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
