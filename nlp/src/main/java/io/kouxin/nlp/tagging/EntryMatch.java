package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.Tagging.Evidence;
import io.kouxin.nlp.tagging.Tagging.Status;
import io.kouxin.nlp.tagging.Tagging.Tag;
import io.kouxin.nlp.text.PlainText;
import io.kouxin.nlp.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entry in a memo, found in three ways.
 *
 * @param entry index of the entry
 * @param words what of its wording is there: shares of phrases, over what they get in any memo
 * @param meaning what is like its phrases: standard deviations over what is usual for the entry
 * @param talk the same for the wordings it borrows, over what is usual for one wording
 */
record EntryMatch(int entry, Found words, Found meaning, Found talk) {
  /** From this share of a phrase on, its words are what a reader should be shown. */
  private static final double PLAIN_WORDS = 0.1;

  /** Less alike than this, in standard deviations, is what every memo is. */
  static final double ALIKE = 1;

  /** Of no entry. */
  static final EntryMatch NONE = new EntryMatch(-1, Found.NOTHING, Found.NOTHING, Found.NOTHING);

  /** A phrase that was found, and where in the plain text. */
  record Hit(Phrase phrase, int start, int end, double score) {
    private boolean isWordForWord(String plain) {
      return plain.substring(start, end).contains(phrase.plain());
    }
  }

  /**
   * What one way found.
   *
   * @param score of the best {@link #HITS} phrases together
   * @param hits those phrases, the better first
   */
  record Found(double score, List<Hit> hits) {
    /** Phrases that make the score of an entry. */
    static final int HITS = 2;

    static final Found NOTHING = new Found(0, List.of());

    boolean any() {
      return !hits.isEmpty();
    }
  }

  /** How the customer stands to it: a denial that either way sees counts. */
  Status status(String plain) {
    Stream<Status> said =
        ways()
            .map(found -> found.hits().getFirst())
            .map(hit -> Denial.status(plain, hit.start(), hit.end(), hit.phrase().plain()));
    return mostDoubtful(Stream.concat(said, completions(plain)));
  }

  /** Whether the memo says the contrary with the same words, or asks. */
  boolean contrary(String plain) {
    Hit first = first();
    return mostDoubtful(completions(plain)) != Status.ASSERTED
        || Denial.praised(plain, first.start(), first.end(), first.phrase().plain());
  }

  /** Of a phrase that is said word for word no other one tells what became of it. */
  private Stream<Status> completions(String plain) {
    Stream<Hit> hits =
        words.any() && words.hits().getFirst().isWordForWord(plain)
            ? Stream.of(words.hits().getFirst())
            : ways().flatMap(found -> found.hits().stream());
    return hits.map(hit -> Denial.completion(plain, hit.start(), hit.end(), hit.phrase().plain()));
  }

  private Stream<Found> ways() {
    return Stream.of(words, likest()).filter(Found::any);
  }

  private static Status mostDoubtful(Stream<Status> statuses) {
    return statuses.max(Comparator.comparingInt(EntryMatch::doubt)).orElse(Status.ASSERTED);
  }

  private static int doubt(Status status) {
    return switch (status) {
      case ASSERTED -> 0;
      case UNCERTAIN -> 1;
      case NEGATED -> 2;
    };
  }

  /** Where it was found first of all: what is judged by. */
  Hit first() {
    return plainOr(likest()).hits().getFirst();
  }

  /** Whether a name of it was said. */
  boolean named() {
    return words.any() && words.hits().getFirst().phrase().alias();
  }

  Tag tag(LibraryEntry found, double probability, Status status, PlainText plain, String raw) {
    return new Tag(
        found.id(), found.kind(), found.label(), probability, status, evidence(plain, raw));
  }

  private Found plainOr(Found like) {
    boolean plainly = words.any() && words.hits().getFirst().score() >= PLAIN_WORDS;
    return plainly || !like.any() ? words : like;
  }

  /** What is like it most: a wording that it borrows may come nearer than its own. */
  private Found likest() {
    return best(talk) > best(meaning) ? talk : meaning;
  }

  private static double best(Found like) {
    return like.any() ? like.hits().getFirst().score() : Double.NEGATIVE_INFINITY;
  }

  /** What is shown to be like it: its own wording, which no scenery is in, if that says a thing. */
  private Found likestOfItsOwn() {
    return meaning.any() && meaning.score() >= ALIKE ? meaning : likest();
  }

  /** Where it was said: the better phrase, and the other one where it stands elsewhere. */
  private List<Evidence> evidence(PlainText plain, String raw) {
    Found shown = plainOr(likestOfItsOwn());
    var out = new ArrayList<Evidence>();
    var spans = new ArrayList<Span>();
    for (Hit hit : shown.hits()) {
      Span span = plain.raw(hit.start(), hit.end());
      boolean strong = out.isEmpty() || hit.score() > shown.hits().getFirst().score() / 2;
      if (strong && spans.stream().noneMatch(span::overlaps)) {
        spans.add(span);
        out.add(new Evidence(span.start(), span.end(), span.of(raw)));
      }
    }
    return out;
  }
}
