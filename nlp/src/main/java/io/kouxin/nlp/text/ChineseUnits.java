package io.kouxin.nlp.text;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

/** What is counted in Chinese: 台, 个月, 块钱, 个点, and how a unit is written down. */
final class ChineseUnits {
  /** Any unit, as a regular expression without groups. */
  static final String ANY =
      "个百分点|个季度|个人(?!的)|个半月|个半小时|个半钟头|个半星期|个半礼拜|人民币|美元|美金|欧元|元钱|块钱|毛钱|分钱|元|块|毛(?![利重坯巾病刺衣料])|人份|人次|人|个月|个小时|个钟头|小时|分钟|秒|个工作日|天|周|个?礼拜|个?星期|年(?!级)|季度|"
          + "公里|千米|平方米|平方|平米|立方米|立方|毫米|厘米|米|公斤|千克|毫克|毫升|克|升|吨|斤|度|台套|台|套|件|箱|盒|瓶|份|家|次|趟|回|条|辆|车|张|项|批|支|只|把|间|床|例|"
          + "颗|粒|片|包|袋|桶|个点|个|单|户|期|款|种|门店|班次|班|根|卷|平|层|号人|%|％";

  /** What a price is for when 一 stands before it: 五十块一箱, 一百一天, 两千一节. */
  static final String EACH =
      "(?:台|套|吨|件|箱|盒|瓶|份|支|只|把|张|个(?!半)|年|个?月|桶|斤|公斤|平|颗|床|课时|节|次|人(?!家)|"
          + "天|周|小时|根|袋|包(?!邮)|条|辆|车|趟|卷|片|粒|间|层|米|升|克|毫升|例|户|家|单|项|批(?!发)|碗|杯|罐|听|板|捆|筐|扎|对|双|身|顿|桌|位|头|棵|盘|股|度|季|晚|夜|场|亩|公里|立方|方(?![面式案法])|遍|幅|株|匹|页|字)";

  /** Goods in a shop: 十块三个 is a price for three. */
  static final String GOODS = "(?:个(?!人)|斤|瓶|箱|盒|袋|支|件|套|桶|吨)";

  /** Measured, not counted: a digit behind the unit is a tenth of it (一米八, 两吨三). */
  private static final Set<String> MEASURES = Set.of("米", "吨", "斤", "度", "公里", "平米", "公斤");

  /** 两点一个是价格: there is no tenth of these. */
  private static final Pattern WHOLE = Pattern.compile("个(?:人)?|家|条|件|次|种|项|台|套|户|张|份|款");

  /** One of these is a word, not a quantity. */
  private static final Set<String> NOT_ONE =
      Set.of(
          "个", "家", "块", "条", "把", "件", "种", "项", "层", "只", "片", "份", "班", "批", "包", "度", "回", "米",
          "期", "款", "单", "个人");

  private ChineseUnits() {}

  static boolean isNothingWithOne(String unit) {
    return NOT_ONE.contains(unit);
  }

  static boolean isMeasure(String unit) {
    return MEASURES.contains(unit);
  }

  static boolean isWhole(String unit) {
    return WHOLE.matcher(unit).matches();
  }

  static BigDecimal factor(String said) {
    return switch (said) {
      case "毛", "毛钱" -> new BigDecimal("0.1");
      case "分钱" -> new BigDecimal("0.01");
      default -> BigDecimal.ONE;
    };
  }

  /** The unit as it is written down: CNY for 块, % for 个点, 小时 for 个小时. */
  static String named(String said) {
    return switch (said) {
      case "元", "元钱", "块", "块钱", "毛", "毛钱", "分钱", "人民币" -> "CNY";
      case "美元", "美金" -> "USD";
      case "欧元" -> "EUR";
      case "个点", "个百分点", "％", "%" -> "%";
      case "号人", "人", "个人" -> "人";
      case "个半月" -> "个月";
      default ->
          said.startsWith("个半")
              ? said.substring(2)
              : said.startsWith("个") && said.length() > 1 && !"个月".equals(said)
                  ? said.substring(1)
                  : said;
    };
  }
}
