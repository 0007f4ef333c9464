package io.kouxin.integrations.channel;

import java.util.ArrayList;
import java.util.List;

/**
 * A long text as several messages, for platforms that cut or refuse what is longer than they take.
 * The pieces together are the text, to the last character.
 */
public final class Pieces {
  private static final String AFTER_SENTENCE = "。！？；\n!?;";
  private static final String AFTER_CLAUSE = "，、,： ";

  private Pieces() {}

  /**
   * Cuts after a sentence, else after a clause, else between two characters; a border in the first
   * half of the room is not used, or a piece could be one word.
   *
   * @param most bytes of UTF-8 in one piece, at least 4
   */
  public static List<String> of(String text, int most) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = room(text, from, most);
      if (to < text.length()) {
        to = border(text, from, to);
      }
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }

  /** The end of the longest beginning that fits, never inside a surrogate pair. */
  private static int room(String text, int from, int most) {
    int bytes = 0;
    int at = from;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      bytes += bytes(character);
      if (bytes > most) {
        return at;
      }
      at += Character.charCount(character);
    }
    return at;
  }

  /** A lone surrogate becomes one question mark; three is on the safe side. */
  private static int bytes(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }

  private static int border(String text, int from, int to) {
    int half = from + (to - from) / 2;
    for (String borders : List.of(AFTER_SENTENCE, AFTER_CLAUSE)) {
      for (int at = to; at > half; at--) {
        if (borders.indexOf(text.charAt(at - 1)) >= 0) {
          return at;
        }
      }
    }
    return to;
  }
}
