package io.kouxin.nlp.text;

import java.util.regex.Pattern;

/** What is counted off or named by its number, not a quantity: 二零二五年, 三季度, 二期工程, 三班倒. */
final class ChineseOrdinals {
  private static final Pattern YEAR =
      Pattern.compile("(?:19|20|一九|二零|二〇)[\\d零〇一二三四五六七八九]{2}|[零〇一二三四五六七八九]{2}");
  private static final Pattern QUARTER = Pattern.compile("[一二三四1234]");

  private static final Pattern PHASE =
      Pattern.compile("期的?(?:工程|项目|扩建|建设|改造|厂房|厂区|车间|基地|园区|地块|楼|机房|招标|已经|还没|刚)");
  private static final Pattern SHIFT = Pattern.compile("班(?:倒|制|运转|[两三]倒|的?(?:学生|家长|班主任|老师))");

  private ChineseOrdinals() {}

  /**
   * Whether a number with its unit is one.
   *
   * @param number as it was said, with nothing behind it but the unit
   * @param unitAt where the unit stands
   */
  static boolean is(String text, String number, String unit, int unitAt) {
    boolean counted = number.startsWith("两");
    return switch (unit) {
      case "年" -> YEAR.matcher(number).matches() && !isAbout(number);
      case "季度" -> QUARTER.matcher(number).matches();
      // two of something are 两, so 二期 is the second
      case "期", "层", "班", "批" ->
          "二".equals(number)
              || follows(SHIFT, text, unitAt)
              || (!counted && follows(PHASE, text, unitAt));
      default -> ChineseUnits.isWhole(unit) && number.contains("点");
    };
  }

  /** 三五年, 七八年: so many years. */
  private static boolean isAbout(String number) {
    return number.length() == 2
        && ChineseNumber.parse(number).filter(v -> v.intValue() < 10).isPresent();
  }

  private static boolean follows(Pattern pattern, String text, int at) {
    return pattern.matcher(text).region(at, text.length()).lookingAt();
  }
}
