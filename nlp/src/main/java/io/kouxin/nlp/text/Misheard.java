package io.kouxin.nlp.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Times as a recogniser wrote them by sound: 下周散下午三点 for 下周三, 明天下舞三点 for 下午. A character is
 * replaced where it only sounds like a word of time, its neighbours are written right and what
 * follows is more of a time; the length never changes, so that every offset stays good.
 */
final class Misheard {
  private static final String NUMBER = "[\\d零一二两三四五六七八九十]";
  private static final String CLOCK = NUMBER + "{1,3}(?:点|[:：]\\d)";
  private static final String MORE =
      "(?:上午|下午|中午|早上|晚上|傍晚|一早|一大早|下班前|之前|以前|前(?![面台后天年])|" + CLOCK + ")";
  private static final List<String> DAYS = List.of("yi", "er", "san", "si", "wu", "liu", "ri");
  private static final String DAY = "一二三四五六日";
  private static final Pattern ANYTHING = Pattern.compile("[周星期礼拜午天号底点]|[上下]\\p{IsHan}");

  /**
   * One word that is spelled by sound.
   *
   * @param word what is meant, each character with its sound
   * @param wrong which of its characters may be written otherwise
   * @param after what must follow
   */
  private record Word(String word, int wrong, Pattern before, Pattern after) {
    static Word of(String word, int wrong, String before, String after) {
      return new Word(
          word,
          wrong,
          Pattern.compile("(?:" + before + ")$"),
          Pattern.compile("^(?:" + after + ")"));
    }
  }

  private static final List<Word> WORDS =
      List.of(
          Word.of("上午", 1, "", CLOCK),
          Word.of("下午", 1, "", CLOCK),
          Word.of("中午", 1, "", CLOCK),
          Word.of("下午", 0, "[天周期拜号一二三四五六日]", CLOCK),
          Word.of("明天", 0, "", MORE),
          Word.of("明天", 1, "", MORE),
          Word.of("后天", 0, "", MORE),
          Word.of("后天", 1, "", MORE),
          Word.of("号", 0, NUMBER, MORE),
          Word.of("月底", 1, "", "之?前(?![面台])|以前"),
          Word.of("点", 0, "(?:午|上|早|晚)" + NUMBER + "{1,3}", "半|[一三]刻|钟"));

  private Misheard() {}

  /** The same text with words of time put right. */
  static String mended(String text) {
    if (!ANYTHING.matcher(text).find()) {
      return text;
    }
    List<String> sounds = Pinyin.foldedSyllables(text);
    var out = new StringBuilder(text);
    for (int at = 0; at < text.length(); at++) {
      weekday(out, sounds, at);
      for (Word word : WORDS) {
        mend(out, sounds, at, word);
      }
    }
    return out.toString();
  }

  private static void mend(StringBuilder out, List<String> sounds, int at, Word word) {
    String meant = word.word();
    int end = at + meant.length();
    if (end > out.length()) {
      return;
    }
    for (int i = 0; i < meant.length(); i++) {
      boolean literal = out.charAt(at + i) == meant.charAt(i);
      if (i == word.wrong()
          ? literal || !isHeardAs(out, sounds, at + i, meant.charAt(i))
          : !literal) {
        return;
      }
    }
    if (word.before().matcher(near(out, at - 5, at)).find()
        && word.after().matcher(near(out, end, end + 5)).find()) {
      out.setCharAt(at + word.wrong(), meant.charAt(word.wrong()));
    }
  }

  /** 下周散, 下州五, 夏周二: two of the three are right; the day itself needs more behind it. */
  private static void weekday(StringBuilder out, List<String> sounds, int at) {
    if (at + 3 > out.length() || "上下这本夏吓".indexOf(out.charAt(at)) < 0) {
      return;
    }
    boolean prefix = "上下这本".indexOf(out.charAt(at)) >= 0;
    boolean week = out.charAt(at + 1) == '周';
    boolean heardWeek = week || isHeardAs(out, sounds, at + 1, '周');
    int day = DAYS.indexOf(sounds.get(at + 2));
    boolean written = DAY.indexOf(out.charAt(at + 2)) >= 0;
    int right = (prefix ? 1 : 0) + (week ? 1 : 0) + (written ? 1 : 0);
    boolean more = MORE_BEHIND.matcher(near(out, at + 3, at + 8)).find();
    if (right != 2 || !heardWeek || day < 0 || !(more || written && week)) {
      return;
    }
    if (!prefix) {
      out.setCharAt(at, '下');
    }
    out.setCharAt(at + 1, '周');
    if (!written && out.charAt(at + 2) != '天') {
      out.setCharAt(at + 2, DAY.charAt(day));
    }
  }

  private static final Pattern MORE_BEHIND = Pattern.compile("^" + MORE);

  private static boolean isHeardAs(StringBuilder out, List<String> sounds, int at, char meant) {
    return PlainText.isHan(out.charAt(at))
        && sounds.get(at).equals(SOUNDS.getOrDefault(meant, ""))
        && "一二两三四五六七八九十".indexOf(out.charAt(at)) < 0;
  }

  private static final java.util.Map<Character, String> SOUNDS =
      java.util.Map.of(
          '周', "zou", '午', "wu", '天', "tian", '号', "hao", '底', "di", '点', "dian", '明', "min", '后',
          "hou", '下', "xia");

  private static String near(StringBuilder text, int from, int to) {
    return text.substring(
        Math.min(text.length(), Math.max(0, from)), Math.min(text.length(), Math.max(0, to)));
  }
}
