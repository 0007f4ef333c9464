package io.kouxin.nlp.text;

import java.util.regex.Pattern;

/**
 * How a Chinese memo says what is to be done next: words that ask for it or announce it (让我, 记得,
 * 下一步), and behind them a verb of doing, so that 让我很意外 and 我记得上次 announce nothing.
 */
final class ChineseActions {
  /**
   * What may stand between the words that announce and the verb; only so often, since each time
   * takes a share of the stack.
   */
  private static final String MANNER =
      "(?:的是?|我们?|咱们?|就|得|要|必须|先|再|也|还|都|快点?|自己|远程|加急|当面|过了?[^，。]{1,4}再|[一二三四五六七八九十]{1,2}月份?再|(?:技术|工程师|售后|研发|品控|仓库|应用)(?=[过去来派跟帮出])|尽快|尽量|赶紧|赶快|抓紧|马上|立马|及时|抽空|亲自|提前|顺路|顺便|继续|下次|下周|这周|今天|明天|后天|回头|到时候|把|重新|多|帮忙|想办法|白纸黑字|"
          + "(?:给|帮|替|跟|和|陪|向|找|请|让)(?:他们?|她们?|人家|客户|对方|[老小]?[\\u4e00-\\u9fa5](?:总|工|姐|哥|主任|院长|经理|老师|老板))){0,9}";

  /** Verbs of what a rep does; those of being and feeling are left out. */
  private static final String DOING =
      "(?:把|将(?!来|就)|给(?!力)|帮(?!倒忙)|替|跟(?!着急)|和(?!气)|陪|向|找|约|请|去(?!年)|过去|过来|上门|来(?![自气头的历源])|带|送|寄|发(?![现愁火生慌懵])|打(?!发|扰|动)|问|查|催|做|出(?![来现丑洋糗])|写|补|报|准备|安排|整理|"
          + "提(?:交|供|前|个|一|高|醒)|确认|核|联系|沟通|拜访|盯|换|改|签|开(?![心窍])|拿|取(?!消)|交|汇报|演示|培训|派|试|看(?![到见起不着得中]|好(?!货))|瞧|听听|听一|算|等|考虑|琢磨|想(?:[想个]|办法|一)|解释|介绍|说明|留|存|弄|调|推荐|推进|"
          + "拉|备|传|教|讲一|跟厂|退|降|加|分[批摊]|申请|对[账接比一]|订|协调|商量|追|跑(?:一|趟|腿)|解决|处理|落实|关注|再次|简化|设计|回(?!不|忆|味|过神|想)|过(?=[一了][^，。]{0,6}再)|买|测|装|修|续|收(?![到获])|管|估|比|摸|探|领|租|退回|打听|熬夜|加个?班|下架|重[开做发签寄]|过磅)";

  /** A verb with 了 or 过 behind it tells what was done: 让我坐了半天. */
  private static final String NOT_DONE =
      "(?!(?:[^把将，。]{1,3}?|把[^，。]{1,8}?)(?:了(?!解|再|就|以?之?后|给|发|$|，|。)|过(?![去来程户会期几几一]))(?!再))";

  private static final String DO = MANNER + NOT_DONE + DOING;

  /** Whoever is spoken of, not the one who speaks. */
  private static final String NOT_THEM = "(?<![他她它们方户家总任长理管购务工师姐哥板东]|领导|老师|人家|说|说是|那边|那儿|采购|财务)";

  /** The beginning of a clause, or the speaker's own words for themselves. */
  private static final String OURS =
      "(?:(?<=^|[，。！？；,!?;…\\n])|(?<![跟给和对让叫要找问催为帮向])(?:我们?|咱们?)(?:这边|自己)?(?:还|也|就|接着|后面|回去)?|(?<=然后|所以|最后|反正|嗯|接着))";

  /** Somebody asks the rep, unless they refuse or always do it. */
  private static final String ASKED =
      "(?<![不没未别甭勿]|别老|不用|每次都|老是|总是|天天|难道|凭什么)(?:希望我们?(?:下次)?|需要我们|提醒我|让我们?|要我们?|叫我们?|要求我们?|催我们?)";

  private static final String URGENT = "(?<![他她们方户])(?:下一步(?:就?是)?|接下来|得?赶紧|要?尽快|抓紧)";

  private static final String REMINDED = "(?<![我还都也不才])记得|(?:别|不要|不能|可别)忘了?|我得|我要|我准备|我打算";

  /** What the rep took upon themselves: 答应给他寄两盒, 后面要盯一下. */
  private static final String PROMISED =
      NOT_THEM
          + "答应(?:了)?(?=(?:给|帮|替|为|陪)(?:他|她|人家|客户))|"
          + OURS
          + "(?:答应了?(?:他们?|她们?|客户|人家|对方)?|准备|打算|计划|需要(?="
          + MANNER
          + "(?:跟进|盯|催|回访|拜访|核|确认|联系|整理|申请|请示|协调|汇报|(?:给|跟|找|约|帮|陪)(?:他|她|人家|客户))))|"
          + "(?<!说)我们?(?:这边|自己)(?:还|也|就)?(?:要先|得先|要|得|需要)|"
          + NOT_THEM
          + "(?:回去|回头|后面|后续|待会儿?|等会儿?|等下|晚点|回公司)(?:我们?|咱们?|还|也|就|赶紧|尽快)*+(?:要|得|再|先|需要|打算|准备)";

  /** 把资料发给他: nothing but the errand. */
  private static final String ERRAND =
      "(?:(?<=^)|(?<=[，。！？；,!?;…\\n]))(?=把[^，。了]{1,14}(?:发|送|寄|交|带|拿|传|转)(?:给[^，。了]{1,8}|过去)(?:$|[，。]))";

  /** Verbs that are no nouns, so that a text may begin with them: 给张主任送样品周五上午. */
  private static final String BEGUN =
      MANNER
          + NOT_DONE
          + "(?:把|给|跟(?!着)|找|约(?![的好了定])|请(?!假)|去(?!年)|带|送(?!货)|寄|催|问|拜访|联系|陪|帮|回访|打电话|提醒)";

  static final NextActions WORDS =
      new NextActions(
          Pattern.compile(
              "[，。！？；,!?;…\\n]|嗯|吧|反正|基本上|对?大概就|好的|剩下的|麻烦|具体的|就这些|就这样|先这样|你们|这个我|当时|另外|还有|然后|不过|但是|可是|可我|可他|因为|所以|他说|她说|客户说|我个人|顺便说|第[二三][家站个]|下午去的|后面这|再说另|上午那"),
          Pattern.compile("^(?:的|我们?|咱们?|就|得|必须|那)++"),
          Pattern.compile(
              "(?:(?:" + ASKED + "|" + URGENT + "|" + REMINDED + "|" + PROMISED + ")(?=" + DO
                  + "))|" + ERRAND),
          Pattern.compile(BEGUN),
          Pattern.compile(
              "(?:的?(?:时间|日子|日期)(?:就?是|在)?|(?:时间)?(?:改|换|调|挪|推|推迟|提前|定|约|订)(?:成|到|在|为)|最好(?:安排|放|定)?在?|最晚|最迟|的)*$"),
          NextActions.Order.TIME_FIRST);

  private ChineseActions() {}
}
