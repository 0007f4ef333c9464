package io.kouxin.nlp.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dictated words as people like to read them: Chinese in one piece, marks where the speaker paused
 * or turned to something else, larger numbers in figures, doubtful words in 〔〕. For eyes only:
 * nothing is understood from it, and its places are not those of the words.
 */
public final class ReadableText {
  /** A breath. */
  private static final double COMMA = 0.35;

  /** An end. */
  private static final double STOP = 1.0;

  private static final int SHORTEST_CLAUSE = 4;

  private static final Pattern MARKS = Pattern.compile("[，。！？；,!?;]|\\. ");
  private static final Pattern TURNS =
      Pattern.compile("然后|另外|还有就是|但是|不过|所以|而且|接下来|下一步|对了|第[二三四]家|还说|最后");
  private static final Pattern BLANKS =
      Pattern.compile("(?<=\\p{IsHan})\\s+(?=[\\p{IsHan}\\d])|(?<=\\d)\\s+(?=\\p{IsHan})");

  private final String text;
  private final boolean chinese;

  /** What stands in front of a character. */
  private final TreeMap<Integer, String> marks = new TreeMap<>();

  private final List<Span> fixed = new ArrayList<>();

  private ReadableText(String text, boolean chinese) {
    this.text = text;
    this.chinese = chinese;
  }

  /**
   * A pause of the speaker.
   *
   * @param at index behind the last character before it
   */
  public record Pause(int at, double seconds) {}

  /**
   * The words to read.
   *
   * @param pauses in order; none where nobody knows
   * @param doubtful stretches that may have been misheard, in order, none overlapping another
   */
  public static String of(String text, List<Pause> pauses, List<Span> doubtful, Locale language) {
    var readable = new ReadableText(text, language.getLanguage().equals("zh"));
    doubtful.forEach(readable::fix);
    if (!MARKS.matcher(text).find()) { // whoever set marks knew better than the pauses
      pauses.forEach(readable::breathe);
      readable.turns();
    }
    return readable.written();
  }

  private void fix(Span doubt) {
    fixed.add(doubt);
    marks.merge(doubt.start(), "〔", String::concat);
    marks.merge(doubt.end(), "〕", (there, mark) -> mark + there);
  }

  private void breathe(Pause pause) {
    if (pause.seconds() >= COMMA) {
      String mark = pause.seconds() >= STOP ? (chinese ? "。" : ".") : (chinese ? "，" : ",");
      breakAt(pause.at(), mark, 2);
    }
  }

  private void turns() {
    Matcher turn = TURNS.matcher(text);
    while (chinese && turn.find()) {
      breakAt(turn.start(), "，", SHORTEST_CLAUSE);
    }
  }

  /** A mark, unless it stands at an end, in a number or close behind another. */
  private void breakAt(int at, String mark, int away) {
    if (at >= away && at < text.length() && !isInNumber(at) && !isMarked(at - away, at)) {
      // A bracket closes before the mark, and opens behind it.
      marks.merge(
          at,
          mark,
          (there, more) -> there.startsWith("〕") ? "〕" + more + there.substring(1) : more + there);
    }
  }

  private boolean isInNumber(int at) {
    return Figures.isNumeral(text.charAt(at - 1)) && Figures.isNumeral(text.charAt(at));
  }

  private boolean isMarked(int from, int to) {
    return marks.subMap(from, false, to + 1, true).values().stream().anyMatch(ReadableText::parts);
  }

  private static boolean parts(String mark) {
    return !mark.matches("[〔〕]*");
  }

  private String written() {
    var out = new StringBuilder();
    int from = 0;
    for (var mark : marks.entrySet()) {
      out.append(stretch(from, mark.getKey())).append(mark.getValue());
      from = mark.getKey();
    }
    out.append(stretch(from, text.length()));
    String all = BLANKS.matcher(out).replaceAll("");
    boolean marked = marks.values().stream().anyMatch(ReadableText::parts);
    return marked ? ended(chinese ? all : capitals(all)) : all;
  }

  private String stretch(int from, int to) {
    boolean doubted = fixed.stream().anyMatch(doubt -> doubt.overlaps(new Span(from, to)));
    String words = text.substring(from, to);
    char before = from == 0 ? ' ' : text.charAt(from - 1);
    return chinese && !doubted ? Figures.in(words, before) : words;
  }

  private String ended(String all) {
    String last = all.isEmpty() ? "" : all.substring(all.length() - 1);
    return "。！？.!?".contains(last) ? all : all + (chinese ? "。" : ".");
  }

  private static String capitals(String all) {
    return Pattern.compile("(^|[.!?] )([a-z])")
        .matcher(all)
        .replaceAll(m -> m.group(1) + m.group(2).toUpperCase(Locale.ROOT));
  }
}
