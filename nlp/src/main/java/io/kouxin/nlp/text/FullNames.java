package io.kouxin.nlp.text;

import java.util.regex.Pattern;

/** Surnames with given names: 马建国科长, 主任陈建平, 采购部的张晓燕. */
final class FullNames {
  /** Surnames that are hardly ever another word. */
  static final String PLAIN_SURNAME =
      "(?:[王李张刘陈杨赵黄吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛潘杜戴汪姜谭廖邹熊陆郝崔邱秦侯邵孟龚]|周(?![一二三四五六日天末]))";

  /** What most given names are made of. */
  private static final String GIVEN =
      "[伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志远海波燕佳婷铁柱峰鹏飞辉玲红梅琴萍兰凤洁琳颖雪慧莹莎晶丹倩雯雅怡欣瑶璐薇蕾蓉蓓菲菊萱芬芝芸茹莲莉荷妍婕媛嫣宇轩浩瀚睿晨晖旭昊昕晗智哲彬斌彪栋梁楠森松柏桐榕樟槐武威"
          + "猛雄豪健康庆祥瑞福禄寿喜贵宝珍珠玉琪瑜瑾琦璇珊琼瑛珂玮珏璋琛昌盛兴旺茂荣耀光煌亮阳晴岩山川江洪澜淼泽润清源滨龙虎骏驰翔鸿鹤雁鸣凯锋钢铭锐钧鑫锦忠孝仁义诚德善良俊贤彦硕儒文勤俭恒毅坚宁泰顺恭廷庭宏鸿勋世承祖邦民友根栓保春秋冬晓霖霆震雷云霄星辰帆航然诺涵凡立嘉永林利胜惠淑树少]";

  /** What no given name begins with or ends in: particles, verbs, numbers, and titles. */
  private static final String NEVER_GIVEN =
      "[的了是在和跟有不也都就还把被给说要让去来很上下这那个们我你他她它总工姐哥董局处副小老一二两三四五六七八九十几还没对问见找等嫌能会想从到为与及又再才刚将]";

  private static final Pattern GIVEN_ONLY = Pattern.compile(GIVEN + "{1,2}");

  private static final String SOMEBODY =
      "主任|院长|校长|园长|所长|科长|处长|部长|厂长|店长|行长|站长|经理|主管|总监|采购员|采购|会计|库管|老师|医生|师傅|助理|教授|秘书|专员|律师|工程师|老板|对接人|负责人|联系人";

  /** Something is said of a person here. */
  private static final String SAID = "(?=[，。,.!！?？]|$|[说讲要想让嫌问在回也都不没去来跟和打发给提表觉反就是管负很把被答同催急点签接看])";

  /** 马建国科长, 于海波院长: the title says that the characters are a name. */
  static final Pattern TITLED =
      Pattern.compile(
          "(?<name>(?:"
              + PLAIN_SURNAME
              + "(?:(?!"
              + NEVER_GIVEN
              + ")\\p{IsHan}){1,2}|"
              + Titles.SURNAME
              + GIVEN
              + "{1,2})(?<title>"
              + Titles.LONG_TITLE
              + "))");

  /** 主任王建国在场: as long as what follows is said of a person. */
  static final Pattern BEHIND_TITLE =
      Pattern.compile(
          "(?<="
              + SOMEBODY
              + ")(?<name>"
              + PLAIN_SURNAME
              + "(?:(?!"
              + NEVER_GIVEN
              + ")\\p{IsHan}){1,2}?)"
              + SAID);

  /** 科长马建国, 经理叫陈建平, 采购部的张晓燕. */
  static final Pattern TWO_GIVEN = given(2);

  /** 经理叫刘佳, 技术科张磊. */
  static final Pattern ONE_GIVEN = given(1);

  private FullNames() {}

  private static Pattern given(int characters) {
    return Pattern.compile(
        "(?:(?<="
            + SOMEBODY
            + ")|(?<=(?:"
            + SOMEBODY
            + "|人|名字)就?叫)|(?<dept>"
            + Titles.DEPARTMENT
            + ")的?)(?<name>"
            + Titles.SURNAME
            + GIVEN
            + "{"
            + characters
            + "})");
  }

  /** Whether all characters are of the kind given names are made of. */
  static boolean isGiven(String characters) {
    return GIVEN_ONLY.matcher(characters).matches();
  }
}
