package io.kouxin.bot.command;

import java.util.Locale;

/** Counts of right, wrong and missing tags. */
final class Tally {
  private int right;
  private int wrong;
  private int missing;

  void add(boolean expected, boolean said) {
    right += expected && said ? 1 : 0;
    wrong += !expected && said ? 1 : 0;
    missing += expected && !said ? 1 : 0;
  }

  void add(Tally other) {
    right += other.right;
    wrong += other.wrong;
    missing += other.missing;
  }

  int expected() {
    return right + missing;
  }

  int errors() {
    return wrong + missing;
  }

  double precision() {
    return share(right, right + wrong);
  }

  double recall() {
    return share(right, right + missing);
  }

  /** The harmonic mean of precision and recall; 0 of nothing. */
  double f1() {
    return share(2 * right, 2 * right + wrong + missing);
  }

  static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /** What its shares are made of. */
  String counts() {
    return "%d right of %d tagged and %d wanted".formatted(right, right + wrong, expected());
  }

  String line() {
    return String.format(Locale.ROOT, "tp %d fp %d fn %d F1 %.2f", right, wrong, missing, f1());
  }
}
