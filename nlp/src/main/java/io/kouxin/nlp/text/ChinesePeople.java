package io.kouxin.nlp.text;

import io.kouxin.nlp.text.Language.Found;
import io.kouxin.nlp.text.Language.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People in Chinese: 检验科刘主任, 周工, 小王, 夜班主管, 厨师长. Titles and surnames are in {@link Titles}. */
final class ChinesePeople {
  private static final String PLACE =
      "(?:夜班|白班|值班|分管|团餐|冷库|超市|门店|酒店|饭店|食堂|蛋糕店|车间|生产|采购|财务|人力|行政|技术|设备|质量|信息|运营|销售|市场|工程|物流|仓库|仓储|维修|班组|护理|检验|骨科|外科|内科|科|教务|后勤|商务|法务|项目|安全|HR|hr|it)";
  private static final String DEPARTMENT = "(?:(?<dept>" + Titles.DEPARTMENT + ")的?)?";

  /** Surnames that are hardly ever another word: only they may be followed by a given name. */
  private static final String PLAIN_SURNAME =
      "(?:[王李张刘陈杨赵黄吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛潘杜戴汪姜谭廖邹熊陆郝崔邱秦侯邵孟龚]|周(?![一二三四五六日天末]))";

  /** 三万|老板, 四十分钟|主任, 分管|副总, 主任|经理: the last character of another word is no surname. */
  private static final String NOT_INSIDE_A_WORD =
      "(?<![主责担信])(?<![一二三四五六七八九十百千几多两\\d](?=万))(?<![分点秒](?=钟))(?<![分主接保尽](?=管))(?<![一二三四五六七八九十每上下这本两](?=周))(?<![汽货大小叉停](?=车))(?<![这那旁外里两](?=边))";

  private static final Pattern NAMED =
      Pattern.compile(
          DEPARTMENT
              + "(?<name>(?:"
              + PLAIN_SURNAME
              + "[\\u4e00-\\u9fa5]{1,2}(?<long>"
              + Titles.LONG_TITLE
              + ")|"
              + NOT_INSIDE_A_WORD
              + Titles.SURNAME
              + "(?<title>"
              + Titles.TITLE
              + ")))(?![结监部厂程体理共是长])");
  private static final Pattern FAMILIAR =
      Pattern.compile(
          DEPARTMENT
              + "(?<name>[小老][王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛叶潘杜戴钟汪田任姜范姚谭廖邹熊陆郝孔崔康毛邱秦史顾侯邵孟龚许尹葛翟庞樊易骆])(?![年人家店板师])");

  /** 主任王建国在场, 采购员李婷回了: a full name behind its title, as long as what follows is a verb. */
  private static final Pattern NAMED_AFTER =
      Pattern.compile(
          "(?<=主任|院长|校长|科长|处长|部长|厂长|店长|经理|主管|总监|采购员|采购|会计|库管|老师|医生|师傅|助理)(?<name>"
              + PLAIN_SURNAME
              + "[\\u4e00-\\u9fa5]{1,2}?)(?=[，。,.!！?？]|$|[说讲要想让嫌问在回也都不没去来跟和打发给提表觉反就是管负很把被答同催急点签接看])");

  private static final Pattern ROLE =
      Pattern.compile(
          "(?<dept>"
              + Titles.DEPARTMENT
              + ")?(?<role>(?:老)?"
              + PLACE
              + "{0,2}(?:"
              + Titles.LONG_TITLE
              + "|门卫|前台))|(?<office>信息中心|科技部|人力部|采购部|财务部|质量部|设备部|采购(?=说|讲|要|让|嫌|问|打)|财务(?=说|讲|要|让|嫌|问)|行政(?=说|讲|要|让|嫌|问))");
  private static final Pattern OURS =
      Pattern.compile(".*(?:我们的?|咱们?的?|我们公司的?|请示(?:一下)?|我)$", Pattern.DOTALL);
  private static final Pattern NOT_NAMES =
      Pattern.compile(".*(?:施工|竣工|全工|成工|党工|华工|米工|时工|于总|和总|常总|石工|支工|单科|成总)$");

  private ChinesePeople() {}

  static List<Found<PersonName>> in(String text) {
    var out = new ArrayList<Found<PersonName>>();
    collect(NAMED.matcher(text), text, out);
    collect(FAMILIAR.matcher(text), text, out);
    collect(NAMED_AFTER.matcher(text), text, out);
    collect(ROLE.matcher(text), text, out);
    out.sort(java.util.Comparator.comparingInt(Found::start));
    return out;
  }

  private static void collect(Matcher m, String text, List<Found<PersonName>> out) {
    boolean roles = m.pattern() == ROLE;
    int at = 0;
    while (m.find(at)) {
      boolean taken = out.stream().anyMatch(f -> f.overlaps(m.start(), m.end()));
      boolean ours = OURS.matcher(text.substring(Math.max(0, m.start() - 8), m.start())).matches();
      at = m.end();
      if (taken || ours) {
        continue;
      }
      if (roles) {
        out.add(new Found<>(m.start(), m.end(), new PersonName("", m.group())));
      } else if (!NOT_NAMES.matcher(m.group()).matches()) {
        out.add(new Found<>(m.start(), m.end(), named(m)));
      }
    }
  }

  private static String title(Matcher m) {
    if (m.pattern() != NAMED) {
      return "";
    }
    return m.group("long") != null ? m.group("long") : m.group("title");
  }

  private static PersonName named(Matcher m) {
    if (m.pattern() == NAMED_AFTER) {
      return new PersonName(m.group("name"), "");
    }
    String department = m.group("dept") == null ? "" : m.group("dept");
    String title = title(m);
    boolean office = title.length() > 1;
    return new PersonName(
        m.group("name"),
        office
            ? department + title
            : department.isEmpty() && "总".equals(title) ? title : department);
  }
}
