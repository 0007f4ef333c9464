package io.kouxin.nlp.text;

import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;

/** How Chinese memos are read. */
final class Chinese implements Language {
  private static final String SUBJECT =
      "(?:他们?|她们?|对方|客户|人家|老板|领导|公司|医院|学校|门店|厂里|院里|科里|那边|[\\u4e00-\\u9fa5](?:总|工|姐|哥)|主任|院长|科长|处长|部长|厂长|店长|校长|经理|总监|主管|采购|财务|合同|样品|样机|发票|设备|仪器|货|新品)";

  private static final FollowUpTime FOLLOW_UP =
      FollowUpTime.of(
          "(?:让|叫|要求?|请|催|喊|通知|提醒|帮|麻烦|嘱咐|交代|希望|答应|承诺|说好|商量好|定|约|改|推迟|延期?|挪|排|计划|打算|准备|记得|别忘了?)(?:我们?|咱们?|你们?)?(?:了|好|在|到|是|于|的是|最晚|最迟|赶在|订)?$"
              + "|(?:约了?|约好了?|答应了?|请了|陪)[^，。]{1,8}$"
              + "|(?:^|[^跟和给对找问])(?:我们?|咱们?)(?:要|得|会|就|想|打算|准备|必须|最晚|最迟|赶在|争取|计划|约|约了|定在)?$",
          "^[的]?(?:再|就|要|得|必须|一定|还|先|提醒|给|去|把|请|陪|约|带|发|送|打|回|报|交|整理|拜访|开|见|来|过来|过去|跟|和|找|做|出|签|看|问|确认|联系|准备|安排|到|上门|催|谈|寄|拿|取|沟通|汇报|演示|培训|安装|别忘|记得|截止|答复|复查|跟进|对接|续|订|接|参加|讲|试|量|测|补|递|投|盖|收|叫|帮|有个|有空)",
          "^(?:我们?|咱们?)(?!公司|家的|价)|^.{0,12}(?:给我|让我们?|叫我们?|要我们?|等我们?|找我们?|跟我们?|提醒我|约我|带我|陪我)",
          "(?:等到|要等|得等|只能等|要到|拖到|排到|排得到|一直到|熬到|直到|自从|从|去年|合同到|有效期到|保修到|质保到|交期|货期|工期|开业是|开业在|最快|最快也?要|最早也?要|(?<![约改推定延挪换调迟])到|(?:用|过|跑|装|做|上|买|拖|等|拖欠|放|干)了|才?用|不用|不到|没到)$",
          "^(?:的时候|那天|那次|那会|那批|的情况|的事|的单)|^(?!.{0,2}把|.{0,6}?(?:谈|聊|问|催|跟进|确认|沟通|落实|核对|商量|讨论|汇报|拜访)).{0,6}?(?:到货|发货|交货|出货|供货|送货|排产|投产|开业|开张|开学|开园|放假|搬|到期|过期|涨价|降价|调价|停产|退休|生日|结婚|休假|休息|出差|上市|进不了|寄回|寄来|寄过来|打过来|打款|付款|回款|到账|高考|中考|考试|值班|生效|才能|才会|才出|才到|才有|才来|才给|才发|才交|才开|才上班|才行|人工)",
          SUBJECT + "(?:那边|这边|也|就|都|是|要?在|本来|可能|好像|估计)?$",
          "^(?:要我|让|叫|请|等|约|来|过来|见|有空|有时间|方便|在|签|定|开标|评标|招标|截止|答复|回复|要方案|要报价|要看|要听|要)");

  @Override
  public TimeGrammar times(String text, LocalDateTime now) {
    return new ChineseTimes(text, now);
  }

  @Override
  public FollowUpTime followUp() {
    return FOLLOW_UP;
  }

  @Override
  public List<Found<AmountValue>> amounts(String text) {
    return ChineseAmounts.in(text);
  }

  @Override
  public List<Found<PersonName>> people(String text) {
    return ChinesePeople.in(text);
  }

  @Override
  public NextActions nextActions() {
    return ACTIONS;
  }

  private static final NextActions ACTIONS =
      new NextActions(
          Pattern.compile(
              "[，。！？；,!?;…\\n]|嗯|吧|反正|基本上|对?大概就|好的|剩下的|麻烦|具体的|就这些|就这样|先这样|你们|这个我|当时|另外|还有|然后|不过|但是|可是|可我|可他|因为|所以|他说|她说|客户说|我个人|顺便说|第[二三][家站个]|下午去的|后面这|再说另|上午那"),
          Pattern.compile("^(?:的|我们?|咱们?|就|得|必须|那)+"),
          Pattern.compile("(?:下一步|接下来|提醒我|记得|别忘了|我得|我要(?![说讲])|我准备|我打算|让我们?|要我们?|叫我们?|要求我们?|催我们?)"),
          30,
          NextActions.Order.TIME_FIRST);

  private static final Pattern PUNCTUATION = Pattern.compile("[，。！？；、,!?;…\\n]+|\\.(?!\\d)");
  private static final Pattern MARKERS =
      Pattern.compile(
          "但是|不过|然后|另外|还有就是|还有(?!一)|而且|所以|因为|其次|再就是|反正|可是|就是说|结果|后来|第[一二三四](?![家站个次次回天季批款步线年月期])|嗯");

  @Override
  public Clauses clauses() {
    return new Clauses(PUNCTUATION, MARKERS, 40, 28);
  }

  private static final String HOUSE = "(?:家|站|个?客户|位客户|个?门店|个?医院|个?学校|个?单位|个?厂)";
  private static final String NO_RIVAL =
      "(?!的?(?:供应商|厂商|厂家|品牌|报价|价格|标价|竞品|对手|产品|方案|演示|也|在竞|在跟|在谈))";

  @Override
  public Visits visits() {
    return new Visits(
        List.of(
            pair("第一" + HOUSE + NO_RIVAL, "第[二三四五]" + HOUSE + NO_RIVAL),
            pair(
                "(?:头一|首先)" + HOUSE + NO_RIVAL,
                "(?:再(?:说|讲)(?:一下)?)?(?:第二|另一|另外一|后一)" + HOUSE + NO_RIVAL),
            pair(
                "(?:上午|早上|中午)(?:去的|跑的|拜访的|见的)?(?:那|这|一|的)?" + HOUSE,
                "(?:下午|晚上|中午)(?:去的|跑的|拜访的|见的)?(?:那|这|一|的)?" + HOUSE),
            pair("先说(?:一下)?(?:头|第|前)?一?" + HOUSE + "|先说", "再说(?:一下)?(?:另外?|第|后)(?:一|二)?" + HOUSE),
            pair("前(?:面|边)(?:那|这|一)" + HOUSE, "后(?:面|边|来)(?:那|这|一)" + HOUSE),
            pair("", "(?:还有|另外(?:还有)?|再有)(?:一|另一|另外一)" + HOUSE + NO_RIVAL),
            pair("", "(?:然后|接着|后来|下午|随后)(?:又|还|就)?(?:去了|跑了|拜访了|到了)(?:第二|另一|另外一|下一|一)" + HOUSE)));
  }

  private static Visits.Pair pair(String first, String next) {
    return new Visits.Pair(Pattern.compile(first), Pattern.compile(next));
  }
}
