package io.kouxin.nlp.text;

import com.hankcs.hanlp.dictionary.other.CharTable;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Words in one plain spelling, with the way back to the words as they arrived: compatibility forms
 * (NFKC) and full width folded, traditional characters simplified one by one, lower case, white
 * space collapsed and dropped next to a Chinese character (recognisers put it between tokens),
 * characters without width dropped.
 *
 * <p>Every plain character knows which raw characters it came from; both offsets never decrease.
 */
public final class PlainText {
  private final String text;
  private final int[] starts;
  private final int[] ends;

  private PlainText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /** Folds any text; a lone surrogate becomes U+FFFD, control characters are kept. */
  public static PlainText of(String raw) {
    var folding = new Folding(raw.length());
    for (int at = 0; at < raw.length(); ) {
      int codePoint = raw.codePointAt(at);
      int next = at + Character.charCount(codePoint);
      folding.add(codePoint, at, next);
      at = next;
    }
    return folding.done();
  }

  /** The plain words. */
  public String text() {
    return text;
  }

  /**
   * The raw words behind a stretch of plain ones.
   *
   * @param start index of the first plain character
   * @param end index behind the last one; not before {@code start}, not behind the text
   */
  public Span raw(int start, int end) {
    if (start == end) {
      int at = start < starts.length ? starts[start] : starts.length == 0 ? 0 : ends[start - 1];
      return new Span(at, at);
    }
    return new Span(starts[start], ends[end - 1]);
  }

  /** Whether a character is Chinese. */
  public static boolean isHan(int codePoint) {
    return codePoint >= 0x3007
        && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }

  /** Collects plain characters with their origin. */
  private static final class Folding {
    private final StringBuilder out;
    private int[] starts;
    private int[] ends;
    private boolean spaceOwed;

    Folding(int expected) {
      out = new StringBuilder(expected);
      starts = new int[expected + 8];
      ends = new int[expected + 8];
    }

    void add(int codePoint, int start, int end) {
      if (Character.getType(codePoint) == Character.FORMAT) {
        return; // zero width: nobody sees it, and it would part words
      }
      if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
        spaceOwed = !out.isEmpty();
        return;
      }
      boolean besideHan =
          isHan(codePoint) || (!out.isEmpty() && isHan(out.charAt(out.length() - 1)));
      if (spaceOwed && !besideHan) {
        append(' ', ends[out.length() - 1], start);
      }
      spaceOwed = false;
      plain(codePoint).chars().forEach(c -> append((char) c, start, end));
    }

    private static String plain(int codePoint) {
      if (isHan(codePoint) && Character.isBmpCodePoint(codePoint)) {
        return String.valueOf(CharTable.convert((char) codePoint));
      }
      if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        return "\uFFFD"; // half a character: tokenizers would swallow its neighbour
      }
      String one = Character.toString(codePoint);
      return codePoint < 0x80
          ? one.toLowerCase(Locale.ROOT)
          : Normalizer.normalize(one, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private void append(char c, int start, int end) {
      if (out.length() == starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
        ends = Arrays.copyOf(ends, ends.length * 2);
      }
      starts[out.length()] = start;
      ends[out.length()] = end;
      out.append(c);
    }

    PlainText done() {
      int length = out.length();
      return new PlainText(
          out.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
    }
  }
}
