package io.kouxin.nlp.tagging;

import io.kouxin.nlp.text.PlainText;
import java.util.BitSet;
import java.util.List;

/**
 * How much of a phrase a memo says within one window: the weights of the parts that are there over
 * the weights of all parts, squared. A pair that only sounds alike counts {@value #BY_SOUND}, and
 * so do its two characters.
 *
 * @param score 0 to 1
 * @param first index of the first unit that matched; a particle alone (了) does not count
 * @param last index of the last one
 */
record Coverage(double score, int first, int last) {
  static final double BY_SOUND = 0.8;

  /** Units of a memo in which a phrase must be found: about one spoken sentence. */
  static final int WINDOW = 20;

  /** Less than this is chance, and most phrases have no more: they are not looked at closely. */
  private static final double TOO_LITTLE = 0.012;

  private static final Coverage NONE = new Coverage(0, 0, 0);

  static Coverage of(Phrase phrase, Memo memo) {
    Coverage literal = literally(phrase, memo.units());
    if (literal.score() > 0 || phrase.worn()) {
      return literal;
    }
    int parts = phrase.parts().size();
    int[][] exact = new int[parts][];
    int[][] sounding = new int[parts][];
    for (int p = 0; p < parts; p++) {
      exact[p] = memo.at(phrase.parts().get(p).gram());
      sounding[p] = sounding(phrase.parts(), p, memo);
    }
    return most(phrase, exact, sounding) < TOO_LITTLE ? NONE : bestWindow(phrase, exact, sounding);
  }

  /** What a window could score if it held all that the memo has of the phrase. */
  private static double most(Phrase phrase, int[][] exact, int[][] sounding) {
    double sum = 0;
    for (int p = 0; p < exact.length; p++) {
      double quality = exact[p].length > 0 ? 1 : sounding[p].length > 0 ? BY_SOUND : 0;
      sum += quality * phrase.parts().get(p).weight();
    }
    double share = phrase.total() > 0 ? sum / phrase.total() : 0;
    return share * share;
  }

  private static Coverage literally(Phrase phrase, Units units) {
    String text = units.plain().text();
    String said = phrase.plain();
    for (int at = text.indexOf(said); at >= 0; at = text.indexOf(said, at + 1)) {
      int end = at + said.length();
      if (!insideWord(text, at) && !insideWord(text, end)) {
        return units(units, at, end);
      }
    }
    return NONE;
  }

  /** Whether a Latin word goes on over this place: "price" is not said in "priceless". */
  private static boolean insideWord(String text, int at) {
    return at > 0 && at < text.length() && latin(text.charAt(at - 1)) && latin(text.charAt(at));
  }

  private static boolean latin(char c) {
    return Character.isLetterOrDigit(c) && !PlainText.isHan(c);
  }

  private static Coverage units(Units units, int start, int end) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i).start() >= start && units.get(i).end() <= end) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return first < 0 ? NONE : new Coverage(1, first, last);
  }

  /** Where a part is heard: a pair by its sound, a character within a pair by that pair's. */
  private static int[] sounding(List<Phrase.Part> parts, int p, Memo memo) {
    Phrase.Part part = parts.get(p);
    if (part.pair()) {
      return memo.at(part.sound());
    }
    int[] asFirst = pairAt(parts, p + 1, part.at(), memo);
    int[] asSecond = p == 0 ? new int[0] : pairAt(parts, p - 1, part.at() - 1, memo);
    int[] out = new int[asFirst.length + asSecond.length];
    System.arraycopy(asFirst, 0, out, 0, asFirst.length);
    for (int i = 0; i < asSecond.length; i++) {
      out[asFirst.length + i] = asSecond[i] + 1;
    }
    return out;
  }

  private static int[] pairAt(List<Phrase.Part> parts, int p, int at, Memo memo) {
    boolean there = p < parts.size() && parts.get(p).pair() && parts.get(p).at() == at;
    return there ? memo.at(parts.get(p).sound()) : new int[0];
  }

  private static Coverage bestWindow(Phrase phrase, int[][] exact, int[][] sounding) {
    Coverage best = NONE;
    var seen = new BitSet();
    for (int[][] kind : List.of(exact, sounding)) {
      for (int[] starts : kind) {
        for (int start : starts) {
          if (!seen.get(start)) {
            seen.set(start);
            Coverage here = window(phrase, exact, sounding, start);
            best = here.score() > best.score() ? here : best;
          }
        }
      }
    }
    return best;
  }

  private static Coverage window(Phrase phrase, int[][] exact, int[][] sounding, int start) {
    double sum = 0;
    int first = Integer.MAX_VALUE;
    int last = start;
    for (int p = 0; p < exact.length; p++) {
      Phrase.Part part = phrase.parts().get(p);
      int at = within(exact[p], start);
      double quality = at >= 0 ? 1 : BY_SOUND;
      at = at >= 0 ? at : within(sounding[p], start);
      if (at >= 0) {
        sum += quality * part.weight();
      }
      if (at >= 0 && part.telling()) {
        first = Math.min(first, at);
        last = Math.max(last, part.pair() ? at + 1 : at);
      }
    }
    double share = phrase.total() > 0 ? sum / phrase.total() : 0;
    return new Coverage(share * share, Math.min(first, last), last);
  }

  private static int within(int[] places, int start) {
    for (int at : places) {
      if (at >= start && at < start + WINDOW) {
        return at;
      }
    }
    return -1;
  }
}
