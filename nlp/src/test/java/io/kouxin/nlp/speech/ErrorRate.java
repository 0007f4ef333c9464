package io.kouxin.nlp.speech;

import java.util.List;

/**
 * Errors of a recogniser: substitutions, insertions and deletions (Levenshtein) over the number of
 * reference units.
 */
record ErrorRate(int errors, int units) {
  static final ErrorRate NONE = new ErrorRate(0, 0);

  static <T> ErrorRate of(List<T> reference, List<T> heard) {
    int[] row = new int[heard.size() + 1];
    for (int j = 0; j <= heard.size(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= reference.size(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= heard.size(); j++) {
        int same = reference.get(i - 1).equals(heard.get(j - 1)) ? 0 : 1;
        int here = Math.min(diagonal + same, Math.min(row[j], row[j - 1]) + 1);
        diagonal = row[j];
        row[j] = here;
      }
    }
    return new ErrorRate(row[heard.size()], reference.size());
  }

  ErrorRate plus(ErrorRate other) {
    return new ErrorRate(errors + other.errors, units + other.units);
  }

  double rate() {
    return units == 0 ? 0 : (double) errors / units;
  }

  @Override
  public String toString() {
    return "%.1f %% (%d of %d)".formatted(100 * rate(), errors, units);
  }
}
