package io.kouxin.nlp.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One way to say an entry, ready to be looked for.
 *
 * @param entry index of its entry
 * @param plain its plain text
 * @param parts of each unit in order: the unit, then the pair that it begins, if it begins one
 * @param total the sum of the weights
 * @param alias whether it is a name, which only counts whole
 */
record Phrase(int entry, String plain, List<Part> parts, double total, boolean alias) {

  private static final Set<String> PARTICLES = Set.of("的", "了");

  /**
   * A single unit or a pair; many phrases share it.
   *
   * @param gram as characters or stems
   * @param sound how it sounds; empty for a single unit, whose sound alone says too little
   * @param pair whether it is a pair
   */
  record Part(String gram, String sound, boolean pair, double weight) {

    /** Whether it tells where something was said: a particle alone stands anywhere. */
    boolean telling() {
      return !PARTICLES.contains(gram);
    }
  }

  static Phrase of(int entry, Units units, Weights weights, boolean alias) {
    var parts = new ArrayList<Part>();
    for (int i = 0; i < units.size(); i++) {
      String single = units.get(i).text();
      boolean word = single.length() > 1;
      double share = word ? 1 : Weights.SINGLE;
      parts.add(new Part(single, "", false, share * weights.of(single)));
      if (units.pairAt(i)) {
        String pair = units.pair(i);
        double said = (word ? Weights.SINGLE : 1) * weights.of(pair);
        parts.add(new Part(pair, units.soundPair(i), true, said));
      }
    }
    double total = parts.stream().mapToDouble(Part::weight).sum();
    return new Phrase(entry, units.plain().text(), List.copyOf(parts), total, alias);
  }

  /** The same, with parts that other phrases have as well taken from a pool. */
  Phrase pooled(Map<Part, Part> pool) {
    List<Part> shared = parts.stream().map(p -> pool.computeIfAbsent(p, own -> own)).toList();
    return new Phrase(entry, plain, shared, total, alias);
  }

  /** The same of an entry that has moved. */
  Phrase movedTo(int index) {
    return index == entry ? this : new Phrase(index, plain, parts, total, alias);
  }

  /** Whether stop words left one word of several: "no deposit" is not said by "deposit". */
  boolean worn() {
    return parts.size() == 1 && plain.indexOf(' ') > 0;
  }

  /** Everything by which it is found. */
  List<String> terms() {
    var out = new ArrayList<String>();
    for (Part part : parts) {
      out.add(part.gram());
      if (part.pair()) {
        out.add(part.sound());
      }
    }
    return out;
  }
}
