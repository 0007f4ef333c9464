package io.kouxin.nlp.tagging;

import io.kouxin.nlp.text.PlainText;

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
    var places = new Places(phrase, memo);
    double most = places.most();
    return most < TOO_LITTLE ? NONE : bestWindow(places, most);
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

  /** The first of the best windows; none is better than what the whole memo has. */
  private static Coverage bestWindow(Places places, double most) {
    Coverage best = NONE;
    for (int start : places.starts()) {
      Coverage here = places.window(start);
      best = here.score() > best.score() ? here : best;
      if (best.score() >= most) {
        return best;
      }
    }
    return best;
  }
}
