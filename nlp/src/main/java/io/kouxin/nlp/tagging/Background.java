package io.kouxin.nlp.tagging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * What reps usually say, on which scores are calibrated: a company's own memos and, as long as
 * these are few, ones that were made up for the purpose.
 *
 * @param own all memos of the company
 */
record Background(List<Units> own) {
  /** Memos of one language that calibrate; more change little. */
  private static final int ENOUGH = 120;

  private static final Map<Tongue, List<Units>> MADE_UP = new ConcurrentHashMap<>();

  /** Of a company that has said this so far. */
  static Background of(Collection<String> own) {
    return new Background(own.stream().map(Units::of).toList());
  }

  private static List<Units> madeUp(Tongue tongue) {
    return MADE_UP.computeIfAbsent(
        tongue, t -> new Shipped(t.memos()).lines().stream().map(Units::of).toList());
  }

  /**
   * Memos in a language, enough of them: own ones as far as there are any.
   *
   * @param library its phrases in that language
   */
  List<BackgroundMemo> in(Tongue tongue, Phrases library) {
    List<Units> spoken = spoken(tongue);
    int taken = Math.min(ENOUGH, spoken.size());
    var out = new ArrayList<BackgroundMemo>(ENOUGH);
    IntStream.range(0, taken)
        .mapToObj(i -> spoken.get((int) ((long) i * spoken.size() / taken)))
        .forEach(memo -> out.add(BackgroundMemo.of(memo)));
    out.addAll(BackgroundMemo.putTogether(library, (ENOUGH - taken) / 2));
    madeUp(tongue).stream()
        .limit(ENOUGH - out.size())
        .forEach(memo -> out.add(BackgroundMemo.of(memo)));
    return out;
  }

  /** All own memos, and made-up ones in the languages of a library where own ones are missing. */
  List<Units> about(Collection<LibraryEntry> library) {
    var out = new ArrayList<>(own);
    for (Tongue tongue : Tongue.of(library)) {
      madeUp(tongue).stream().limit(missing(tongue)).forEach(out::add);
    }
    return out;
  }

  private int missing(Tongue tongue) {
    return Math.max(0, ENOUGH - spoken(tongue).size());
  }

  /** How well it is known what this company's reps say in a language: 0 to 1. */
  double known(Tongue tongue) {
    return 1 - (double) missing(tongue) / ENOUGH;
  }

  private List<Units> spoken(Tongue tongue) {
    return own.stream().filter(memo -> tongue.spoken(memo.plain().text())).toList();
  }
}
