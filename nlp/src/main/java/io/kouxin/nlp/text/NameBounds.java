package io.kouxin.nlp.text;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells somebody's name from words that only look like one: 跟程总谈 from 工程总包, 李总是老客户 from 资金总是不到位.
 * The words of the text around it decide, and what introduces it.
 */
final class NameBounds {
  private static final Pattern PLAIN = Pattern.compile(FullNames.PLAIN_SURNAME);

  /** 跟石总, 找钱总: behind these somebody is meant, unless the two are a common word. */
  private static final String INTRODUCES = "跟和找见约给请问让催陪叫姓与帮";

  /** 那边关姐, 人家丁总, 一百六十八方总: here a word ends. */
  private static final Pattern WORD_ENDS =
      Pattern.compile(".*(?:[那这]边|[人这那]家|[十百千零][一二三四五六七八九])$", Pattern.DOTALL);

  /** Words more than names: only somebody introduced is called so. */
  private static final String RATHER_A_WORD = "时党和";

  /** 提高总价, 资金总额: words as good as names, even behind 的. */
  private static final String BEGINS_WORDS = "高金方单成万平包车";

  /** 数量小于十台, 一只小白鼠: only where somebody is plainly spoken of. */
  private static final Set<String> OFTEN_WORDS = Set.of("小钱", "小于", "小方", "小白", "小石", "小文", "小金");

  private static final Pattern SPEAKS_TO =
      Pattern.compile("申请|汇报|请示|反映|要|打听|争取|介绍|推荐|提|咨询|了解|解释|说明|道歉");
  private static final Pattern COMPANY = Pattern.compile("万科");

  /** A word that stood less often in the newspapers does not stand in a name's way. */
  private static final int RARE = 3;

  /** One that stood as often is hardly ever a name. */
  private static final int COMMON = 15;

  /** What begins with 总 and is nobody (东方总部). */
  private static final Pattern HEADQUARTERS = Pattern.compile("总(?:部(?![门署])|代理|承包|经销)");

  private final String text;
  private @Nullable WordBounds words;

  NameBounds(String text) {
    this.text = text;
  }

  private WordBounds words() {
    if (words == null) {
      words = WordBounds.of(text);
    }
    return words;
  }

  /** Whether somebody is called by surname and title here (刘主任, 周工). */
  boolean isTitled(int start, int title, int end, boolean inDepartment) {
    if (HEADQUARTERS.matcher(text).region(title, text.length()).lookingAt()) {
      return false;
    }
    boolean introduced = inDepartment || isIntroduced(start);
    boolean begins = inDepartment || begins(start) || isRarelyAWord(start);
    if (!begins || !isSurname(start, title, end, introduced)) {
      return false;
    }
    if (end - title > 1) {
      return isPlain(start) || words().at(end);
    }
    boolean chief = "总工".indexOf(text.charAt(title)) >= 0;
    if (isPlain(start) && chief) {
      return words().at(end) || !belongsToFront(start);
    }
    boolean named = introduced || isFirst(start) || isOf(start) || isBehindAWord(start);
    if (!isPlain(start) && isWord(text.substring(start, end), named)) {
      return false;
    }
    boolean sure = named && BEGINS_WORDS.indexOf(text.charAt(start)) < 0;
    return words().at(end) || (chief && (sure || isAlways(start, title)));
  }

  /** 钱总是不到账 at the beginning: no 资金 before it. */
  private boolean isAlways(int start, int title) {
    return text.startsWith("总是", title) && (isIntroduced(start) || isFirst(start));
  }

  private boolean isSurname(int start, int title, int end, boolean introduced) {
    boolean single = end - title == 1;
    String surname = text.substring(start, title);
    return switch (surname) {
      case "来" -> start > 0 && "跟和与".indexOf(text.charAt(start - 1)) >= 0;
      case "向" ->
          single
              || ((introduced || isFirst(start) || isOf(start))
                  && !SPEAKS_TO.matcher(text).region(end, text.length()).lookingAt());
      default ->
          !RATHER_A_WORD.contains(surname)
              || (single && isFirst(start))
              || (introduced && !"和".equals(surname));
    };
  }

  private static boolean isWord(String name, boolean named) {
    int frequency = CommonWords.frequency(name);
    boolean word = frequency >= RARE || (frequency > 0 && !named);
    return (word && !"高工".equals(name)) || COMPANY.matcher(name).matches();
  }

  /** Whether somebody is called 老王 or 小李 here, and it is not the beginning of 小毛病. */
  boolean isFamiliar(int start, int end, boolean inDepartment) {
    boolean named = inDepartment || isIntroduced(start) || isFirst(start);
    if (OFTEN_WORDS.contains(text.substring(start, end)) && !named) {
      return false;
    }
    boolean apart = end < text.length() && "一二三四五六七八九".indexOf(text.charAt(end)) >= 0;
    return (inDepartment || words().at(start) || words().frequencyAcross(start) < RARE)
        && (apart || text.startsWith("马上", end - 1) || words().at(end));
  }

  /** Whether a surname with a given name stands here. */
  boolean isFull(int start, int end, boolean inDepartment) {
    String given = text.substring(start + 1, end);
    boolean usual = FullNames.isGiven(given);
    boolean plain = isPlain(start);
    int tolerated = usual && plain ? COMMON : RARE;
    return (inDepartment || begins(start))
        && (plain || given.length() > 1 || isIntroduced(start) || isFirst(start))
        && words().frequencyAcross(start + 1) < tolerated
        && CommonWords.frequency(text.substring(start, end)) < tolerated
        && (usual || CommonWords.frequency(given) < COMMON || given.length() < 2);
  }

  /** Whether a title stands by itself here, no part of 学校长期 or 主任务. */
  boolean isRole(int start, int end) {
    boolean begins = words().at(start) || words().wordOver(start).end() == end;
    return isIntroduced(start) || (begins && words().at(end));
  }

  boolean endsAt(int end) {
    return words().at(end);
  }

  boolean isPlain(int start) {
    return PLAIN.matcher(text).region(start, text.length()).lookingAt();
  }

  private boolean begins(int start) {
    return words().at(start)
        || (isIntroduced(start) && words().frequencyAcross(start) < RARE)
        || isBehindAWord(start);
  }

  private boolean isBehindAWord(int start) {
    return WORD_ENDS.matcher(text.substring(Math.max(0, start - 2), start)).matches();
  }

  /** 人家丁总, 小苗总, 大余经理: 家丁 and 小苗 are words, but hardly anybody says them. */
  private boolean isRarelyAWord(int start) {
    boolean plain = isPlain(start) && text.charAt(start) != '傅';
    return words().frequencyAcross(start) < RARE
        && (plain || (start > 0 && "小老大".indexOf(text.charAt(start - 1)) >= 0));
  }

  private boolean isIntroduced(int start) {
    return start > 0 && INTRODUCES.indexOf(text.charAt(start - 1)) >= 0;
  }

  private boolean isOf(int start) {
    return start > 0 && text.charAt(start - 1) == '的';
  }

  private boolean isFirst(int start) {
    return start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1));
  }

  /** 小陈总结了, 三张总价: the surname goes with what stands in front of it. */
  private boolean belongsToFront(int start) {
    return start > 0 && "小老一二两三四五六七八九十百几每".indexOf(text.charAt(start - 1)) >= 0;
  }
}
