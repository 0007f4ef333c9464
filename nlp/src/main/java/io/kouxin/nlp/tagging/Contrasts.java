package io.kouxin.nlp.tagging;

import io.kouxin.nlp.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What sounds like an entry and is not, made ready when it is first looked for. */
final class Contrasts {
  /** Characters between a negative phrase and the words that it takes back. */
  private static final int NEAR = 4;

  /** So much of a counter-example is said that this is another case of it. */
  private static final double SAME_CASE = 0.5;

  private final Phrases library;
  private final Map<Integer, List<String>> negatives = new ConcurrentHashMap<>();
  private final Map<Integer, List<Phrase>> counters = new ConcurrentHashMap<>();

  Contrasts(Phrases library) {
    this.library = library;
  }

  private List<String> negatives(int entry) {
    List<String> texts = library.entries().get(entry).contrast().negativePhrases();
    return texts.isEmpty() ? texts : negatives.computeIfAbsent(entry, e -> plain(texts));
  }

  private List<Phrase> counters(int entry) {
    List<String> texts = library.entries().get(entry).contrast().counterExamples();
    return texts.isEmpty()
        ? List.of()
        : counters.computeIfAbsent(entry, e -> phrases(e, texts, library.weights()));
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
    for (String negative : negatives(entry)) {
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
    for (Phrase counter : counters(entry)) {
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
