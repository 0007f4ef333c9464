package io.kouxin.nlp.text;

import java.util.Set;
import java.util.regex.Pattern;

/** Surnames, titles and departments: the words that make a Chinese name of somebody at work. */
final class Titles {
  static final String SURNAME =
      "(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|夏侯|"
          + "[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪"
          + "田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温"
          + "芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁耿牟卜舒詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍"
          + "覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟仇骆宗冷裘晏靖褚娄佟芮蒲巩卞廉穆佘卓栾桑窦郁岑鞠荀冀郗扈茅屠虞荆晁蔺逄简闻])";

  /** Titles of two or more characters: they also name somebody without a surname. */
  static final String LONG_TITLE =
      "(?:副主任医师|主任医师|副主任|副院长|副校长|副总经理|副总裁|副总|副经理|副处长|副科长|副部长|护士长|厨师长|总经理|总监|总工程师|总会计师|总工|总厨|董事长|"
          + "总裁|主任|院长|校长|园长|所长|局长|处长|科长|部长|厂长|店长|行长|站长|队长|班长|组长|班组长|行政总厨|"
          + "保安队长|车队长|值班长|小组长|经理|主管|老板娘|老板|教授|医生|大夫|护士|老师|书记|主席|班主任|秘书长|会计|师傅|秘书|助理|专员|律师|工程师|股东|领导)";

  private static final String SHORT_TITLE = "(?:总|工|董|姐|哥|院|局|处|科|博|导)";
  static final String TITLE = "(?:" + LONG_TITLE + "|博士|先生|女士|小姐|阿姨|大姐|大哥|大叔|" + SHORT_TITLE + ")";

  static final String DEPARTMENT =
      "(?:(?:检验|骨|外|内|妇产|妇|儿|急诊|影像|放射|超声|麻醉|药剂|设备|信息|医务|护理|采购|质量|质检|生产|技术|研发|财务|人力资源|人力|人事|"
          + "行政|市场|销售|运营|工程|物流|仓储|品控|品管|法务|总务|后勤|科技|安全|动力|工艺|维修|装备|综合|教务|招生|医保|病理|心内|神外|普外|"
          + "泌尿|口腔|眼|皮肤|康复|手术|输血|体检|配送|客服|项目|基建|资产|招标)(?:二|三|一)?(?:科|部|处|室|中心|组|办)|总经办|车间|药房|院办)";

  private static final Pattern FOLLOWS = Pattern.compile("^" + TITLE);

  private static final Set<String> WORDS =
      Set.of(LONG_TITLE.substring(3, LONG_TITLE.length() - 1).split("\\|"));

  private Titles() {}

  /** Whether these characters are a title that names somebody without a surname. */
  static boolean isTitle(String word) {
    return WORDS.contains(word);
  }

  /** Whether a title stands at this place. */
  static boolean follow(String text, int at) {
    return at < text.length() && FOLLOWS.matcher(text).region(at, text.length()).lookingAt();
  }
}
