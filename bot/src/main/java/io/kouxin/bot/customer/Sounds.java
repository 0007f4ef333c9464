package io.kouxin.bot.customer;

import java.util.List;

/** How Chinese characters sound. */
interface Sounds {

  /** One toneless syllable for each UTF-16 character; the character itself where it has none. */
  List<String> of(String text);

  /** A syllable as dialects and recognisers hear it: zh is z, ch is c, sh is s, and ng is n. */
  static String folded(String syllable) {
    String folded = syllable;
    if (folded.length() > 1 && folded.charAt(1) == 'h') {
      folded = folded.charAt(0) + folded.substring(2);
    }
    return folded.endsWith("ng") ? folded.substring(0, folded.length() - 1) : folded;
  }
}
