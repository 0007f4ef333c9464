package io.kouxin.bot.customer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A text as the words that names are compared by: every Chinese character is one, every run of
 * letters and digits is one, in lower case. Blanks vanish, so the words of a recogniser, which come
 * apart, read like typed ones.
 */
final class Words {
  private static final Map<String, String> SAME =
      Map.of("saint", "st", "centre", "center", "mount", "mt", "hosp", "hospital", "labs", "lab");
  private static final Set<String> SHORTENED = Set.of("st", "dr", "mt", "mr", "mrs", "ms", "no");
  private static final String BREAKS = "，。！？；：、,;:!?\n";
  private static final String DIGITS = "〇一二三四五六七八九";

  private final String raw;
  private final List<Word> words = new ArrayList<>();
  private boolean broken;

  private Words(String raw) {
    this.raw = raw;
  }

  /**
   * One word.
   *
   * @param start where it begins in the raw text
   * @param end behind its last character
   * @param broken whether a mark stands before it, over which no name reaches
   */
  record Word(String text, int start, int end, boolean isHan, boolean broken) {}

  static List<Word> of(String raw) {
    var words = new Words(raw);
    words.read();
    return words.words;
  }

  /** Only the words, for a name. */
  static List<String> texts(String raw) {
    return of(raw).stream().map(Word::text).toList();
  }

  private void read() {
    int at = 0;
    while (at < raw.length()) {
      int c = raw.codePointAt(at);
      if (isHan(c)) {
        at = add(at, at + Character.charCount(c), true);
      } else if (Character.isLetterOrDigit(c)) {
        at = add(at, endOfRun(at), false);
      } else if (c == '&') {
        words.add(new Word("and", at, at + 1, false, broken));
        at++;
      } else {
        broken |= isBreak(at);
        at += Character.charCount(c);
      }
    }
  }

  private int add(int start, int end, boolean isHan) {
    String text = isHan ? raw.substring(start, end) : folded(raw.substring(start, end));
    boolean digit = text.length() == 1 && Character.isDigit(text.charAt(0));
    if (digit && besideHan(start, end)) {
      text = DIGITS.substring(text.charAt(0) - '0', text.charAt(0) - '0' + 1);
      isHan = true;
    }
    words.add(new Word(text, start, end, isHan, broken));
    broken = false;
    return end;
  }

  private boolean besideHan(int start, int end) {
    return (start > 0 && isHan(raw.codePointBefore(start)))
        && (end < raw.length() && isHan(raw.codePointAt(end)));
  }

  private int endOfRun(int start) {
    int end = start;
    while (end < raw.length()) {
      int c = raw.codePointAt(end);
      boolean apostrophe = (c == '\'' || c == '’') && end + 1 < raw.length();
      boolean inside = apostrophe && Character.isLetter(raw.codePointAt(end + 1));
      if (isHan(c) || !(Character.isLetterOrDigit(c) || inside)) {
        return end;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private boolean isBreak(int at) {
    char c = raw.charAt(at);
    if (c != '.') {
      return BREAKS.indexOf(c) >= 0;
    }
    return words.isEmpty() || !SHORTENED.contains(words.getLast().text());
  }

  private static String folded(String run) {
    String folded =
        Normalizer.normalize(run, Normalizer.Form.NFKC)
            .replaceAll("['’]", "")
            .toLowerCase(Locale.ROOT);
    return SAME.getOrDefault(folded, folded);
  }

  private static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
