package io.kouxin.nlp.tagging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A memo on which scores are calibrated.
 *
 * @param units its words
 * @param about ids of the entries it is known to be about; they learn nothing from it
 */
record BackgroundMemo(Units units, Set<String> about) {
  /** With fewer real memos the library itself stands in for them. */
  static final int ENOUGH = 20;

  /** Memos that calibrate; more change little. */
  private static final int MOST = 120;

  /** Phrases of one made-up memo: about as many words as a rep says. */
  private static final int PHRASES = 10;

  static List<BackgroundMemo> of(List<Units> real, Phrases library) {
    if (real.size() < ENOUGH) {
      return madeUp(library);
    }
    int taken = Math.min(MOST, real.size());
    return IntStream.range(0, taken)
        .map(i -> (int) ((long) i * real.size() / taken))
        .mapToObj(i -> new BackgroundMemo(real.get(i), Set.of()))
        .toList();
  }

  /**
   * Memos put together from the library's own phrases, the same ones each time: what an entry gets
   * from the words of the others is chance.
   */
  private static List<BackgroundMemo> madeUp(Phrases library) {
    List<Phrase> phrases = library.phrases();
    int memos = Math.min(MOST, phrases.size() / PHRASES);
    var out = new ArrayList<BackgroundMemo>();
    for (int m = 0; m < memos; m++) {
      var text = new StringBuilder();
      var about = new HashSet<String>();
      for (int k = 0; k < PHRASES; k++) {
        Phrase phrase =
            phrases.get((int) ((m + (long) k * phrases.size() / PHRASES) % phrases.size()));
        text.append(phrase.plain()).append('\n');
        about.add(library.entries().get(phrase.entry()).id());
      }
      out.add(new BackgroundMemo(Units.of(text.toString()), Set.copyOf(about)));
    }
    return out;
  }
}
