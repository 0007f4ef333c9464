package io.kouxin.nlp.tagging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What reps usually say, on which scores are calibrated: a company's own memos and, as long as
 * these are few, ones that were made up for the purpose.
 *
 * @param own all memos of the company
 */
record Background(List<Units> own) {
  /** Memos of one language that calibrate; more change little. */
  private static final int ENOUGH = 120;

  /** With fewer own ones, words are calibrated on the library itself. */
  private static final int FEW = 20;

  /** Memos put together from the library itself: they tell what is common in its trade. */
  private static final int TRADE = 60;

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
   * Memos in a language that calibrate meanings: own ones as far as there are any, made-up ones
   * until there are enough, and some that are put together from the library.
   *
   * @param library its phrases in that language
   */
  List<BackgroundMemo> in(Tongue tongue, Phrases library) {
    var out = new ArrayList<>(own(tongue).map(BackgroundMemo::of).toList());
    madeUp(tongue).stream()
        .limit(ENOUGH - out.size())
        .forEach(memo -> out.add(BackgroundMemo.of(memo)));
    out.addAll(BackgroundMemo.putTogether(library, TRADE));
    return out;
  }

  /** Whether the own memos are enough to calibrate words, which ask for fewer than meanings do. */
  boolean tellsWords() {
    return own.size() >= FEW;
  }

  /** Memos that calibrate words: own ones or, with few of them, the library's own phrases. */
  List<BackgroundMemo> forWords(Phrases library) {
    return tellsWords()
        ? spread(own).map(BackgroundMemo::of).toList()
        : BackgroundMemo.strungTogether(library, ENOUGH);
  }

  /** Own memos in a language, as many as calibrate. */
  Stream<Units> own(Tongue tongue) {
    return spread(spoken(tongue));
  }

  private static Stream<Units> spread(List<Units> memos) {
    int taken = Math.min(ENOUGH, memos.size());
    return IntStream.range(0, taken)
        .mapToObj(i -> memos.get((int) ((long) i * memos.size() / taken)));
  }

  /** How well it is known what this company's reps say in a language: 0 to 1. */
  double known(Tongue tongue) {
    return Math.min(1.0, (double) spoken(tongue).size() / ENOUGH);
  }

  private List<Units> spoken(Tongue tongue) {
    return own.stream().filter(memo -> tongue.spoken(memo.plain().text())).toList();
  }
}
