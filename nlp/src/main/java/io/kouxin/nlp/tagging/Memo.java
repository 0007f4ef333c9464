package io.kouxin.nlp.tagging;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A memo made ready for matching: where each unit, pair and sounding pair stands. Boilerplate is
 * left out of the places but not of the terms.
 */
final class Memo {
  private static final int[] NOWHERE = {};
  private final Units units;
  private final Map<String, int[]> places = new HashMap<>();

  Memo(Units units, boolean[] boilerplate) {
    this.units = units;
    for (int i = 0; i < units.size(); i++) {
      boolean hidden = boilerplate[i];
      place(units.get(i).text(), i, hidden);
      if (units.pairAt(i)) {
        place(units.pair(i), i, hidden || boilerplate[i + 1]);
        place(units.soundPair(i), i, hidden || boilerplate[i + 1]);
      }
    }
  }

  private void place(String term, int at, boolean hidden) {
    places.merge(term, hidden ? NOWHERE : new int[] {at}, Memo::join);
  }

  private static int[] join(int[] a, int[] b) {
    int[] out = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, out, a.length, b.length);
    return out;
  }

  Units units() {
    return units;
  }

  Set<String> terms() {
    return places.keySet();
  }

  /** The indexes of the units at which a term begins, ascending. */
  int[] at(String term) {
    return places.getOrDefault(term, NOWHERE);
  }
}
