package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.Phrase.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Where the parts of a phrase stand in a memo, and where they are heard. */
final class Places {
  private static final int[] NOWHERE = {};

  private final Phrase phrase;
  private final List<Part> parts;
  private final int[][] exact;
  private final int[][] sounding;

  /** The parts that are in the memo at all: most phrases have few. */
  private final int[] there;

  Places(Phrase phrase, Memo memo) {
    this.phrase = phrase;
    this.parts = phrase.parts();
    this.exact = new int[parts.size()][];
    this.sounding = new int[parts.size()][];
    for (int p = 0; p < exact.length; p++) {
      Part part = parts.get(p);
      exact[p] = memo.at(part.gram());
      sounding[p] = part.pair() ? memo.at(part.sound()) : NOWHERE;
    }
    this.there = IntStream.range(0, exact.length).filter(this::there).toArray();
  }

  private boolean there(int p) {
    return exact[p].length + sounding[p].length + asFirst(p).length + asSecond(p).length > 0;
  }

  /** Where the pair sounds that a unit begins. */
  private int[] asFirst(int single) {
    return single + 1 < sounding.length ? sounding[single + 1] : NOWHERE;
  }

  /** Where the pair sounds that a unit ends; it is heard one unit later. */
  private int[] asSecond(int single) {
    return single > 0 ? sounding[single - 1] : NOWHERE;
  }

  /** What a window could score if it held all that the memo has of the phrase. */
  double most() {
    double sum = 0;
    for (int p : there) {
      double quality = exact[p].length > 0 ? 1 : Coverage.BY_SOUND;
      sum += quality * parts.get(p).weight();
    }
    return score(sum);
  }

  private double score(double sum) {
    double share = phrase.total() > 0 ? sum / phrase.total() : 0;
    return share * share;
  }

  /** The units at which a part begins, by what stands there and then by what is heard. */
  Set<Integer> starts() {
    var out = new LinkedHashSet<Integer>();
    for (int p : there) {
      add(exact[p], 0, out);
    }
    for (int p : there) {
      if (parts.get(p).pair()) {
        add(sounding[p], 0, out);
      } else {
        add(asFirst(p), 0, out);
        add(asSecond(p), 1, out);
      }
    }
    return out;
  }

  private static void add(int[] places, int later, Set<Integer> out) {
    for (int at : places) {
      out.add(at + later);
    }
  }

  /** What the units from one on say. */
  Coverage window(int start) {
    double sum = 0;
    int first = Integer.MAX_VALUE;
    int last = start;
    for (int p : there) {
      Part part = parts.get(p);
      int at = within(exact[p], start);
      double quality = at >= 0 ? 1 : Coverage.BY_SOUND;
      at = at >= 0 ? at : heard(p, start);
      if (at >= 0) {
        sum += quality * part.weight();
      }
      if (at >= 0 && part.telling()) {
        first = Math.min(first, at);
        last = Math.max(last, part.pair() ? at + 1 : at);
      }
    }
    return new Coverage(score(sum), Math.min(first, last), last);
  }

  private int heard(int p, int start) {
    if (parts.get(p).pair()) {
      return within(sounding[p], start);
    }
    int at = within(asFirst(p), start);
    if (at >= 0) {
      return at;
    }
    int before = within(asSecond(p), start - 1);
    return before < 0 ? before : before + 1;
  }

  private static int within(int[] places, int start) {
    for (int at : places) {
      if (at >= start && at < start + Coverage.WINDOW) {
        return at;
      }
    }
    return -1;
  }
}
