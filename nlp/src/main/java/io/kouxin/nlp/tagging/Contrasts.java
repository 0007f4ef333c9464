package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.LibraryEntry.Contrast;
import io.kouxin.nlp.text.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What sounds like an entry and is not, ready to be looked for.
 *
 * @param negatives by the index of an entry, the plain texts of its negative phrases
 * @param counters by the index of an entry, its counter-examples
 */
record Contrasts(Map<Integer, List<String>> negatives, Map<Integer, List<Phrase>> counters) {
  /** Characters between a negative phrase and the words that it takes back. */
  private static final int NEAR = 4;

  /** So much of a counter-example is said that this is another case of it. */
  private static final double SAME_CASE = 0.5;

  static Contrasts of(Phrases library) {
    var negatives = new HashMap<Integer, List<String>>();
    var counters = new HashMap<Integer, List<Phrase>>();
    for (int e = 0; e < library.entries().size(); e++) {
      Contrast contrast = library.entries().get(e).contrast();
      if (!contrast.negativePhrases().isEmpty()) {
        negatives.put(e, plain(contrast.negativePhrases()));
      }
      if (!contrast.counterExamples().isEmpty()) {
        counters.put(e, phrases(e, contrast.counterExamples(), library.weights()));
      }
    }
    return new Contrasts(Map.copyOf(negatives), Map.copyOf(counters));
  }

  private static List<String> plain(List<String> texts) {
    return texts.stream().map(t -> PlainText.of(t).text()).filter(t -> !t.isBlank()).toList();
  }

  private static List<Phrase> phrases(int entry, List<String> texts, Weights weights) {
    var out = new ArrayList<Phrase>();
    for (String text : texts) {
      Units units = Units.of(text);
      if (units.size() > 0) {
        out.add(Phrase.of(entry, units, weights, false));
      }
    }
    return List.copyOf(out);
  }

  /** Whether a negative phrase of the entry stands at this mention. */
  boolean denied(int entry, String text, int start, int end) {
    for (String negative : negatives.getOrDefault(entry, List.of())) {
      for (int at = text.indexOf(negative); at >= 0; at = text.indexOf(negative, at + 1)) {
        if (at <= end + NEAR && at + negative.length() + NEAR >= start) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the memo says a counter-example of the entry where the mention stands. */
  boolean countered(int entry, Memo memo, int start, int end) {
    for (Phrase counter : counters.getOrDefault(entry, List.of())) {
      Coverage said = Coverage.of(counter, memo);
      if (said.score() >= SAME_CASE
          && memo.units().get(said.first()).start() < end
          && memo.units().get(said.last()).end() > start) {
        return true;
      }
    }
    return false;
  }
}
