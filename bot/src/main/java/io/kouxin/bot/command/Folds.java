package io.kouxin.bot.command;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Labelled memos in parts, each to be measured by a library that was calibrated on the others
 * (k-fold cross-validation): no threshold has seen the memos that it is measured on. The fewer
 * parts, the fewer memos are left to calibrate on.
 *
 * @param memos in the order of their file; neighbours fall into different parts
 * @param parts two or more
 */
record Folds(List<GoldMemo> memos, int parts) {
  /** The memos of one part, from 0 on. */
  List<GoldMemo> part(int part) {
    return IntStream.range(0, memos.size())
        .filter(m -> m % parts == part)
        .mapToObj(memos::get)
        .toList();
  }

  /** What is said in all other parts. */
  List<String> others(int part) {
    return IntStream.range(0, memos.size())
        .filter(m -> m % parts != part)
        .mapToObj(m -> memos.get(m).text())
        .toList();
  }
}
