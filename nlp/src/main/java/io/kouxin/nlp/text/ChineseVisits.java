package io.kouxin.nlp.text;

import java.util.List;
import java.util.regex.Pattern;

/** The words with which a Chinese memo goes from one customer to the next. */
final class ChineseVisits {
  private static final String HOUSE = "(?:家|站|个?客户|位客户|个?门店|个?医院|个?学校|个?单位|个?厂)";
  private static final String NO_RIVAL =
      "(?!的?(?:供应商|厂商|厂家|品牌|报价|价格|标价|竞品|对手|产品|方案|演示|也|在竞|在跟|在谈))";
  private static final String KIND = "(?:超市|医院|诊所|药房|药店|店|学校|幼儿园|小学|中学|机构|公司|厂|餐厅|酒店|食堂|集团)";
  private static final String PART = "(?:上午|早上|中午|下午|傍晚|晚上)";
  private static final String CLOCK =
      "(?:[零一二两三四五六七八九十\\d]{1,3}点(?:钟|半|[一三]刻|[一二三四五]?十[一二三四五]?分?)?)";
  private static final String QUIETLY = "(?:顺路|顺便|又|再|就|还|才|赶紧){0,6}+";

  /** A part of the same house is no other customer. */
  private static final String SAME_HOUSE =
      "(?!他|她|我|咱|客户|那边|这边|这家|那家|货|期|账|点(?!都)|位|场|底|处|时|现在|家|公司|单位|办公|仓库|库房|车间|工地|现场|楼|门口|门诊|食堂|财务|采购|"
          + Titles.DEPARTMENT
          + "|[一二两三四五六七八九十\\d]+[楼号层点]|"
          + Titles.SURNAME
          + "?"
          + Titles.LONG_TITLE
          + "|"
          + Titles.SURNAME
          + "[总工姐哥])";

  /** Where the rep was first; somebody else's travels (主任先去了北京) are none. */
  private static final String GOING =
      "(?<![任长板他她们总理师工户家人说])(?:" + PART + CLOCK + "?|昨天|前天|先|刚(?:从|去|到)|去完|(?<![先也都刚就])去了|跑了|拜访了)";

  private static final String NEXT_PLACE =
      "(?:"
          + PART
          + CLOCK
          + "?|"
          + CLOCK
          + "|今天|然后|接着|随后|后来|之后|完了|又)"
          + QUIETLY
          + "(?>去了|去的|去|到了|到|跑了|跑到|赶到|转到|拜访了)(?>一?趟)?+(?=\\p{IsHan}{2})"
          + SAME_HOUSE;

  static final Visits WORDS =
      new Visits(
          List.of(
              pair("(?<!分店|门店|分校|校区|厂区|仓库)第一" + HOUSE + NO_RIVAL, "第[二三四五]" + HOUSE + NO_RIVAL),
              pair(
                  "(?:头一|首先)" + HOUSE + NO_RIVAL,
                  "(?:再(?:说|讲)(?:一下)?)?(?:第二|另一|另外一|后一)" + HOUSE + NO_RIVAL),
              pair(
                  "(?:上午|早上|中午)(?:去的|跑的|拜访的|见的)?(?:那|这|一|的)?" + HOUSE,
                  "(?:下午|晚上|中午)(?:去的|跑的|拜访的|见的)?(?:那|这|一|的)?" + HOUSE),
              pair("先说(?:一下)?(?:头|第|前)?一?" + HOUSE + "|先说", "再说(?:一下)?(?:另外?|第|后)(?:一|二)?" + HOUSE),
              pair("前(?:面|边)(?:那|这|一)" + HOUSE, "后(?:面|边|来)(?:那|这|一)" + HOUSE),
              pair("", "(?:还有|另外(?:还有)?|再有)(?:一|另一|另外一)" + HOUSE + NO_RIVAL),
              pair("客户(?:甲|一(?!直|个|家)|a(?![a-z]))", "客户(?:乙|二|丙|三|[bc](?![a-z]))"),
              pair("先说", "再说(?:一下|说)?(?!他|她|价|另|这|那)\\p{IsHan}{2,6}?(?:那边|这边|那家)"),
              pair(
                  "(?:两|三|几|[23])(?:家|个客户|位客户|所学校|个医院).{0,12}?先(?:是|去)",
                  "(?:再|然后|接着|后来)(?:是|就是|去了?|到了?)"),
              pair("(?<![上下那这])一家是\\p{IsHan}{1,6}?" + KIND, "另外?一家(?:是|呢)\\p{IsHan}{1,6}?" + KIND),
              pair(
                  GOING,
                  "(?:"
                      + PART
                      + "|今天|又)"
                      + QUIETLY
                      + "跟(?!他|她|我)\\p{IsHan}{2,6}的\\p{IsHan}{1,2}?"
                      + Titles.TITLE),
              pair(GOING, NEXT_PLACE),
              pair("", "(?:然后|接着|后来|下午|随后)(?:又|还|就)?(?:去了|跑了|拜访了|到了)(?:第二|另一|另外一|下一|一)" + HOUSE)));

  private ChineseVisits() {}

  private static Visits.Pair pair(String first, String next) {
    return new Visits.Pair(Pattern.compile(first), Pattern.compile(next));
  }
}
