package io.kouxin.nlp.text;

import java.util.List;
import java.util.regex.Pattern;

/** How a Chinese memo tells of going from customer to customer. */
final class ChineseRound {
  private static final String MARK = "[，。！？；：、,;:!?…\\n ]";
  private static final String PART = "(?:一大早|一早|大清早|清早|上午|早上|中午|下午|午后|傍晚|晚上)";
  private static final String CLOCK =
      "(?:[零一二两三四五六七八九十\\d]{1,3}点(?:钟|半|[一三]刻|[一二三四五]?十?[一二三四五]?分)?)";
  private static final String DAY = "(?:今天|今儿|昨天|前天|今早|今晚|(?<![上下这每])(?:周|星期|礼拜)[一二三四五六日天])";
  private static final String THEN = "(?:然后|接着|接下来|随后|后来|之后|完了以?后?|完事|最后|还有|另外)";
  private static final String QUIETLY = "(?:我们?|咱们?|就|又|再|还|才|赶紧|顺路|顺便|顺道|直接|马上|一起|开车|打车|，)*";

  /** Who stands there goes himself: 主任先去了…, 他们上周又去了… */
  private static final String NOT_OTHERS =
      "(?<![任长板他她们总理师工户生士导说讲是周月年次前])(?<!人家|对方|有人|的人|工人|客人|领导)(?:(?:我|咱)们?)?";

  private static final String WENT =
      "(?:去了|去的|去过|去完|到了|到的|跑了|跑到|跑的|赶到|赶去|转到|转去|来到|拜访了|拜访的|拜访完?|回访了|走访了|见了|见的|见到|看了|碰了)(?:一?趟|一下)?";
  private static final String GOES = "(?:去|到|跑|在|拜访|回访|走访|见|看|找)";

  /** They go there to look at something, not the rep to sell. */
  private static final String NOT_TO_LOOK = "^(?![^，。！？]{0,8}?(?:参观|考察|取经|进修|会诊|学习)|看样[机板])";

  private static final String MENTIONED =
      "^[^，。！？]{0,8}?(?:也在?用|也装|也买|也夸|也来|一样|差不多|相比|比起|似的|参观|考察|取经|听说|那样|的案例|的价格|推荐|介绍)"
          + "|^的?\\p{IsHan}{0,6}?(?:说|讲|告诉我)\\p{IsHan}{0,2}$";

  private static final String SOMEBODY =
      "的?(?:"
          + Titles.DEPARTMENT
          + "的?)?(?:"
          + Titles.SURNAME
          + Titles.TITLE
          + "|"
          + Titles.LONG_TITLE
          + ")";
  private static final String TELLS =
      "(?:那边)?(?:说|讲|要(?!来|过来|去)|想(?!来)|问|嫌|觉得|担心|提|希望|让我|反馈|不|没|对|很|表示|催|抱怨|认为|同意|反对|答应|拒绝|定|关心|在意|比较|需要|缺)";
  private static final String REPORTS =
      "(?:就|也|又|还|跟我|跟我们|主要|一直)*(?:说|讲(?!课)|问|嫌|觉得|反馈|提到|提出|表示|抱怨|反映|担心|强调|告诉)";
  private static final String TALK = "^[^，。！？]{0,10}?(?:打了|打完|通了|聊|谈|吃|碰|见了|开了|约了|送了|交流|沟通)";

  static final RoundWords WORDS =
      new RoundWords(
          new RoundWords.Opening(
              24,
              Pattern.compile(
                  "听|(?<!先)[说讲]|提到|提起|问|像|比|一样|上次|上回|上周|之前|以前|去年|[他她]|人家|对方|附近|隔壁|都?在用|参考|介绍|推荐|除了|明天|后天|下周|下个?月|准备|打算|想去|要去|主任|院长|经理|厂长|老板"),
              Pattern.compile(MENTIONED)),
          List.of(
              lead(
                  NOT_OTHERS
                      + "(?:"
                      + DAY
                      + "?"
                      + PART
                      + CLOCK
                      + "?|"
                      + DAY
                      + "|"
                      + CLOCK
                      + "|"
                      + THEN
                      + "|又|再|(?:从(?:那|这)(?:里|儿|边)?)?出来(?:以?后|之后)?)"
                      + QUIETLY
                      + WENT,
                  NOT_TO_LOOK),
              lead(
                  NOT_OTHERS + "(?:" + DAY + "?" + PART + CLOCK + "?|今天|今早)" + QUIETLY + GOES,
                  NOT_TO_LOOK),
              lead("(?<=^|[。！？；;!?\\n])(?:我们?|咱们?)?" + WENT, NOT_TO_LOOK),
              lead("(?:(?<=^|" + MARK + ")|" + NOT_OTHERS + ")刚(?:刚|才)?(?:从|去|到|在|见|拜访)了?", ""),
              lead(NOT_OTHERS + "(?:" + THEN + ")?从", "^[^，。！？]{0,4}?(?:出来|回来|过来)"),
              lead(
                  NOT_OTHERS + "(?:" + THEN + "|" + PART + "|" + DAY + "|又|再)" + QUIETLY + "[跟和给找]",
                  TALK),
              lead(NOT_OTHERS + THEN + "是?", "^" + SOMEBODY + TELLS),
              // 然后去 may be a plan, unless somebody said something there.
              lead(NOT_OTHERS + THEN + QUIETLY + GOES, "^(?:那边的?|的)?，?" + SOMEBODY + REPORTS),
              lead(NOT_OTHERS + THEN, "^[^，。！？]{0,6}?(?:打来?了?个?电话|来了?个?电话|来电)"),
              pair(
                  NOT_OTHERS + "(?:然后|接着|再|后来|最后|之后)(?:就?是)?",
                  "^(?!" + MENTIONED.substring(1).replace("|^", "|") + ")",
                  "(?:先|第一[家站个])[^。！？]{0,6}" + RoundWords.NAME),
              pair(
                  NOT_OTHERS + PART,
                  "^" + SOMEBODY + TELLS,
                  PART + "[^。！？]{0,6}" + RoundWords.NAME),
              pair("再(?:说|讲)(?:一?下|说)?", "", "先(?:说|讲)(?:一?下|说)?" + RoundWords.NAME),
              pair("(?<=^|" + MARK + ")", "^那(?:边|里|头)", RoundWords.NAME + "这(?:边|里|头)"),
              pair(
                  "(?:另外?|还有)一?(?:个|家|位|所)(?:客户|医院|单位)?(?:是|呢，?)?",
                  "",
                  "一(?:个|家|位|所)是" + RoundWords.NAME)),
          Pattern.compile(
              "(?:去|到|跑|赶到|拜访|参观|考察)(?:了|的|完)(?:一?趟)?$|" + PART + CLOCK + "?" + GOES + "$"),
          new RoundWords.Counted(
              Pattern.compile(
                  NOT_OTHERS
                      + "(?:跑|去|拜访|走访?|见|看|转|聊|今天|上午|下午)了?(?:一共)?(?<n>[几两三四五六2-6])(?:家(?:医院|客户|单位|公司)?|个(?:客户|医院|单位|地方)|位客户)(?!在|都|也|分|门)"),
              List.of("几", "两", "三", "四", "五", "六"),
              Pattern.compile(
                  "(?<="
                      + MARK
                      + ")(?:(?:另外?|还有)?一(?:个|家)|先|首先|第[一二三四五六](?:家|个|站)?|还有|然后|最后|接着|再)?(?:就?是|去了?|到)?的?$"),
              Pattern.compile("^(?:(?:那|这)(?:边|里)|" + SOMEBODY + ")")),
          new RoundWords.Filling(
              Pattern.compile(MARK + "|\\s|和|跟|以及|还有|然后|[出回过]来|一趟|的"),
              2,
              Pattern.compile("[。！？!?\\n]")));

  private ChineseRound() {}

  private static RoundWords.Lead lead(String before, String behind) {
    return pair(before, behind, "");
  }

  private static RoundWords.Lead pair(String before, String behind, String after) {
    return new RoundWords.Lead(
        Pattern.compile("(?:" + before + ")$"), Pattern.compile(behind), Pattern.compile(after));
  }
}
