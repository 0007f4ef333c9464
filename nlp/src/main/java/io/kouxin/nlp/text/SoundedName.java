package io.kouxin.nlp.text;

import java.util.List;
import java.util.Set;

/** A name with the way it sounds, one syllable a character. */
record SoundedName(String text, List<String> syllables) {
  private static final Set<String> INITIALS = Set.of("zh", "ch", "sh");

  /** Pairs of beginnings that dialects do not tell apart, besides what {@link Pinyin} folds. */
  private static final List<String> CONFUSED = List.of("ln", "nl", "fh", "hf", "rl", "lr");

  static SoundedName of(String text) {
    return new SoundedName(text, Pinyin.syllables(text));
  }

  int length() {
    return syllables.size();
  }

  /** The folded syllables; with one left open where {@code open} is a place. */
  static String key(List<String> folded, int open) {
    var key = new StringBuilder();
    for (int i = 0; i < folded.size(); i++) {
      key.append(i == open ? "*" : folded.get(i)).append(' ');
    }
    return key.toString();
  }

  /** Whether two syllables are told apart by a beginning that dialects confuse. */
  static boolean near(String one, String other) {
    String a = initial(one);
    String b = initial(other);
    return CONFUSED.contains(a + b) && end(one, a).equals(end(other, b));
  }

  /** Behind an h a u is left out: fang is heard as huang. */
  private static String end(String syllable, String initial) {
    String rest = syllable.substring(initial.length());
    boolean rounded = initial.equals("h") && rest.length() > 1 && rest.startsWith("u");
    return Pinyin.fold(rounded ? rest.substring(1) : rest);
  }

  private static String initial(String syllable) {
    if (syllable.length() > 2 && INITIALS.contains(syllable.substring(0, 2))) {
      return syllable.substring(0, 2);
    }
    return syllable.isEmpty() || "aeiouv".indexOf(syllable.charAt(0)) >= 0
        ? ""
        : syllable.substring(0, 1);
  }
}
