package io.kouxin.nlp.text;

import io.kouxin.nlp.text.Language.Found;
import io.kouxin.nlp.text.Language.PersonName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People in Chinese: 检验科刘主任, 周工, 小王, 夜班主管, 厨师长. Titles and surnames are in {@link Titles}, full
 * names in {@link FullNames}; {@link NameBounds} judges what only looks like a name.
 */
final class ChinesePeople {
  private static final String PLACE =
      "(?:夜班|白班|值班|分管|团餐|冷库|超市|门店|酒店|饭店|食堂|蛋糕店|车间|生产|采购|财务|人力|行政|技术|设备|质量|信息|运营|销售|市场|工程|物流|仓库|仓储|维修|班组|护理|检验|骨科|外科|内科|科|教务|后勤|商务|法务|项目|安全|HR|hr|it)";
  private static final String DEPARTMENT = "(?:(?<dept>" + Titles.DEPARTMENT + ")的?)?";

  /** 三万|老板, 四十分钟|主任, 分管|副总, 主任|经理: the last character of another word is no surname. */
  private static final String NOT_INSIDE_A_WORD =
      "(?<![主责担信])(?<![一二三四五六七八九十百千几多两\\d](?=万))(?<![分点秒](?=钟))(?<![分主接保尽](?=管))(?<![一二三四五六七八九十每上下这本两](?=周))(?<![汽货大小叉停](?=车))(?<![这那旁外里两](?=边))";

  private static final Pattern FULL = Pattern.compile(DEPARTMENT + FullNames.TITLED);
  private static final Pattern NAMED =
      Pattern.compile(
          DEPARTMENT
              + "(?<name>"
              + NOT_INSIDE_A_WORD
              + "(?:"
              + Titles.SURNAME
              + "|[华时党和])(?<title>总(?:助理|秘书)|"
              + Titles.TITLE
              + "))");
  private static final Pattern FAMILIAR =
      Pattern.compile(
          DEPARTMENT
              + "(?<name>[小老][王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛叶潘杜戴钟汪田任姜范姚谭廖邹熊陆郝孔崔康毛邱秦史顾侯邵孟龚许尹葛翟庞樊易骆高白钱方石金于文余季程曾肖洪温雷武夏江段万龙])(?![年人家店板师])(?<!老高(?=[了的]))(?<!得老高)(?<!老白(?=[干酒茶]))(?<!小文(?=员))");

  private static final Pattern ROLE =
      Pattern.compile(
          "(?<dept>"
              + Titles.DEPARTMENT
              + ")?(?<role>(?:老)?"
              + PLACE
              + "{0,2}(?:"
              + Titles.LONG_TITLE
              + "|门卫|前台))");
  private static final Pattern OFFICE =
      Pattern.compile(
          "信息中心|科技部|人力部|采购部|财务部|质量部|设备部|采购(?=说|讲|要|让|嫌|问|打)|财务(?=说|讲|要|让|嫌|问)|行政(?=说|讲|要|让|嫌|问)");
  private static final Pattern OURS =
      Pattern.compile(".*(?:我们的?|咱们?的?|我们公司的?|请示(?:一下)?|我)$", Pattern.DOTALL);

  /** English names as they stand in a Chinese memo: Kevin那边, 跟Linda姐. */
  private static final Pattern LATIN =
      Pattern.compile(
          "(?<![a-z])(?<name>(?:david|linda|kevin|lily|tony|jack|jason|james|peter|michael|mike|john|jerry|eric|andy|alex|allen|alan|frank|steven|steve|richard|robert|thomas|tommy|daniel|danny|henry|simon|edward|george|william|paul|kelly|jessica|jessie|jenny|jennifer|cindy|nancy|vivian|vivi|amy|lucy|lisa|anna|helen|emily|emma|sophia|sophie|michelle|maggie|sandy|wendy|tina|tracy|sarah|susan|rachel|karen|fiona|elaine|eva|jane|janet|joyce|christine|christina|catherine|cathy|carol|candy|angela|alice|annie|bella|betty|daisy|doris|ivy|leo|ken|kenny|jimmy|johnny|gary|harry|roger|ryan|sam|samuel|terry|victor|vincent|winnie|yvonne|zoe)(?:总|哥|姐|经理|老师|博士)?)(?![a-z\\d@._-])");

  private final String text;
  private final NameBounds bounds;
  private final List<Found<PersonName>> out = new ArrayList<>();

  private ChinesePeople(String text) {
    this.text = text;
    this.bounds = new NameBounds(text);
  }

  static List<Found<PersonName>> in(String text) {
    return new ChinesePeople(text).found();
  }

  private List<Found<PersonName>> found() {
    collect(FULL, this::isFull, ChinesePeople::titled);
    collect(NAMED, this::isTitled, ChinesePeople::titled);
    collect(FAMILIAR, this::isFamiliar, ChinesePeople::untitled);
    collect(FullNames.TWO_GIVEN, this::isGiven, ChinesePeople::untitled);
    collect(FullNames.ONE_GIVEN, this::isGiven, ChinesePeople::untitled);
    collect(FullNames.BEHIND_TITLE, this::isBehindTitle, m -> new PersonName(m.group("name"), ""));
    collect(LATIN, m -> true, m -> new PersonName(m.group("name"), ""));
    collect(ROLE, this::isRole, m -> new PersonName("", m.group()));
    collect(OFFICE, m -> true, m -> new PersonName("", m.group()));
    out.sort(Comparator.comparingInt(Found::start));
    return out;
  }

  private void collect(
      Pattern pattern, Predicate<Matcher> meant, Function<Matcher, PersonName> name) {
    Matcher m = pattern.matcher(text);
    int at = 0;
    while (m.find(at)) {
      boolean taken = out.stream().anyMatch(f -> f.overlaps(m.start(), m.end()));
      boolean ours = OURS.matcher(text.substring(Math.max(0, m.start() - 8), m.start())).matches();
      boolean person = !taken && !ours && meant.test(m);
      at = person || ours ? m.end() : m.start() + 1;
      if (person) {
        out.add(new Found<>(m.start(), m.end(), name.apply(m)));
      }
    }
  }

  private boolean isFull(Matcher m) {
    return bounds.isFull(m.start("name"), m.start("title"), m.group("dept") != null);
  }

  private boolean isTitled(Matcher m) {
    return bounds.isTitled(m.start("name"), m.start("title"), m.end(), m.group("dept") != null);
  }

  private boolean isFamiliar(Matcher m) {
    return bounds.isFamiliar(m.start("name"), m.end(), m.group("dept") != null);
  }

  private boolean isGiven(Matcher m) {
    boolean enough = m.end() - m.start("name") > 2 || bounds.isPlain(m.start("name"));
    return enough
        && bounds.isFull(m.start("name"), m.end(), m.group("dept") != null)
        && bounds.endsAt(m.end());
  }

  private boolean isBehindTitle(Matcher m) {
    return bounds.isFull(m.start("name"), m.end(), false);
  }

  private boolean isRole(Matcher m) {
    return bounds.isRole(m.start(), m.end());
  }

  private static PersonName titled(Matcher m) {
    String department = department(m);
    String title = m.group("title");
    boolean office = title.length() > 1;
    return new PersonName(
        m.group("name"),
        office
            ? department + title
            : department.isEmpty() && "总".equals(title) ? title : department);
  }

  private static PersonName untitled(Matcher m) {
    return new PersonName(m.group("name"), department(m));
  }

  private static String department(Matcher m) {
    String department = m.group("dept");
    return department == null ? "" : department;
  }
}
