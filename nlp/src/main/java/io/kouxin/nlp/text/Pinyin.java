package io.kouxin.nlp.text;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How Chinese words sound: one toneless syllable a character. Names and library entries are matched
 * by sound because a recogniser writes homophones. HanLP chooses the reading from context; a small
 * table corrects what it gets wrong in names and titles. Safe for many threads; the dictionary is
 * read at the first call.
 */
public final class Pinyin {
  /** Words whose reading HanLP misses, with the syllables of each. */
  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("行长", List.of("hang", "zhang")),
          Map.entry("银行", List.of("yin", "hang")),
          Map.entry("同行", List.of("tong", "hang")),
          Map.entry("行业", List.of("hang", "ye")),
          Map.entry("行情", List.of("hang", "qing")),
          Map.entry("看着", List.of("kan", "zhe")),
          Map.entry("重新", List.of("chong", "xin")),
          Map.entry("还款", List.of("huan", "kuan")),
          Map.entry("还钱", List.of("huan", "qian")),
          Map.entry("调货", List.of("diao", "huo")),
          Map.entry("调拨", List.of("diao", "bo")),
          Map.entry("给我", List.of("gei", "wo")));

  /** Surnames read differently in front of a title (单总, 仇主任). */
  private static final Map<Character, String> SURNAMES =
      Map.ofEntries(
          Map.entry('仇', "qiu"),
          Map.entry('单', "shan"),
          Map.entry('曾', "zeng"),
          Map.entry('解', "xie"),
          Map.entry('查', "zha"),
          Map.entry('盖', "ge"),
          Map.entry('朴', "piao"),
          Map.entry('区', "ou"),
          Map.entry('尉', "yu"),
          Map.entry('任', "ren"),
          Map.entry('华', "hua"),
          Map.entry('翟', "zhai"),
          Map.entry('乐', "yue"),
          Map.entry('缪', "miao"),
          Map.entry('尹', "yin"));

  private static final Map<Character, String> CHARACTERS =
      Map.of('给', "gei", '长', "chang", '着', "zhe", '地', "di", '得', "de", '了', "le");

  private Pinyin() {}

  /**
   * The syllables of a text.
   *
   * @param text any text; it is read as it stands, so fold it first ({@link PlainText})
   * @return one entry for each UTF-16 character: a toneless syllable (ü is v), or the character
   *     itself where it is not Chinese
   */
  public static List<String> syllables(String text) {
    var readings = HanLP.convertToPinyinList(text);
    var out = new ArrayList<String>(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String read = i < readings.size() ? readings.get(i).getPinyinWithoutTone() : "none";
      out.add("none".equals(read) ? String.valueOf(c) : read);
    }
    correct(text, out);
    return List.copyOf(out);
  }

  /** The syllables with the pairs folded that speakers and recognisers confuse. */
  public static List<String> foldedSyllables(String text) {
    return syllables(text).stream().map(Pinyin::fold).toList();
  }

  /**
   * A syllable without the differences that are often not heard: zh/z, ch/c, sh/s and a final ng/n.
   */
  public static String fold(String syllable) {
    String folded = syllable;
    if (folded.length() > 2 && folded.charAt(1) == 'h' && "zcs".indexOf(folded.charAt(0)) >= 0) {
      folded = folded.charAt(0) + folded.substring(2);
    }
    return folded.length() > 2 && folded.endsWith("ng")
        ? folded.substring(0, folded.length() - 1)
        : folded;
  }

  private static void correct(String text, List<String> out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String alone = CHARACTERS.get(c);
      if (alone != null && !inWord(text, i)) {
        out.set(i, alone);
      }
      String surname = SURNAMES.get(c);
      if (surname != null && (text.length() == 1 || Titles.follow(text, i + 1))) {
        out.set(i, surname);
      }
      List<String> word = i + 2 <= text.length() ? WORDS.get(text.substring(i, i + 2)) : null;
      if (word != null) {
        out.set(i, word.get(0));
        out.set(i + 1, word.get(1));
      }
    }
    titlesInChang(text, out);
  }

  /** 长 is zhang at the end of a title (院长, 科长) and in 长大, 增长. */
  private static void titlesInChang(String text, List<String> out) {
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) == '长' && "院科处部局校厂店行班组站队所会士师首家增成生董事船省市".indexOf(text.charAt(i - 1)) >= 0) {
        out.set(i, "zhang");
      }
    }
  }

  /** Whether HanLP knows a word here, so that its reading in context may stand. */
  private static boolean inWord(String text, int i) {
    return (i > 0 && PinyinDictionary.get(text.substring(i - 1, i + 1)) != null)
        || (i + 2 <= text.length() && PinyinDictionary.get(text.substring(i, i + 2)) != null);
  }
}
