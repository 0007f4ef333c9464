package io.kouxin.nlp.tagging;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what a customer has from what was denied, solved, guessed, or somebody else's, by words on
 * either side of the evidence. A phrase that is itself a negation (没有预算) is not denied by its own
 * 没, but is by 到位 or 拿到 behind it.
 */
final class Denial {
  /** Characters: eight English words or so. */
  private static final int BEFORE = 44;

  private static final int AFTER = 40;
  private static final Pattern NEGATIVE =
      Pattern.compile("[没不未无]|\\b(?:no|not|never|without|cannot)\\b|n't");
  private static final Pattern LACK =
      Pattern.compile(
          "[没不未无缺少难绕停空光完搞拒免哪谁]|\\b(?:no|not|never|without|cannot|lack\\w*|short)\\b|n't");
  private static final Pattern STOP =
      Pattern.compile(
          "[，。！？；,!?;…\\n]|\\.(?!\\d)|但是?|不过|可是?|就是|反而|而是|第[二三][家站个]|\\b(?:but|however)\\b");

  private static final Pattern DENIED_BEFORE =
      Pattern.compile(
          "(?:(?<![有差])(?:没有?|并没有?|从没|从未|未曾|并未|并不|并非|从不|毫不|根本不|一点不|不(?![光但仅只单止管论断过得错够]))"
              + "(?:再|太|是|说|嫌|提|提到|提出|抱怨|要求?|担心|在乎|介意|在意|觉得|认为|存在|计较|怎么|打算|想|怕|缺|发现|出现|反对|考虑)*(?:过|到|他|她|我们?|你们?|有|什么|任何|这个|的|了|说|再|要)*"
              + "|(?:别提|谈不上|不至于|哪有|无需|不需要|用不着|不用)(?:什么|再)?)$"
              + "|\\b(?:no|not|never|without|doesn't|don't|didn't|isn't|wasn't|aren't|no longer|hardly|happy with|satisfied with|pleased with)(?: (?!only\\b)\\w+){0,3} ?$");

  private static final Pattern DENIED_AFTER =
      Pattern.compile(
          "^(?:[的这那块方面上事情问题些儿]|都|也|就|倒|是|他|她|客户|现在|目前|已经|已|早就?|完全|根本|应该|说){0,7}"
              + "(?:没问题|没有问题|没事|没意见|没啥|没什么问题|无所谓|不是问题|不成问题|不在乎|不在意|不介意|不担心|不计较|不用担心|不用操心|不存在|没有了|没了|认了|接受了|能接受|可以接受|好说|不重要"
              + "|(?:很|特别|挺|非常|十分|都)?满意|解决|搞定|恢复|好了|过去了|处理好|处理完|修好|改好|调好|稳定了|正常了)"
              + "|^[^没不未]{0,8}?(?:已经?|早就?|都|全|给|后来)(?:解决|搞定|恢复|过去了|修好|处理好|好了)"
              + "|^(?:.{0,6}|(?: \\w+){1,3} )\\b(?:is|was|are|were|has been|have been|got|gets|is now)? ?(?:no (?:longer )?(?:an? )?(?:problem|issue|concern)|not an? (?:problem|issue|concern)|fine|solved|resolved|fixed|sorted|settled|acceptable|okay|ok now)\\b");

  /** What undoes a lack: 预算拿到了, 钱到位了. */
  private static final Pattern MENDED_AFTER =
      Pattern.compile("^(?:[的这那都也就已了]|已经|现在){0,4}(?:拿到|到位|批下来|批了|有了|解决|搞定|恢复|好了|过去了|定下来|定了|清楚|落实)");

  private static final Pattern GUESSED_BEFORE =
      Pattern.compile(
          "(?:我猜|我估计|我估摸|我怀疑|我寻思|我琢磨|我看他可能|我感觉他可能|我觉得他可能|说不定|会不会)[^，。]{0,8}$|\\b(?:i guess|i suspect|my guess is|probably|i assume)\\b[^.,]{0,30}$");

  private static final Pattern ELSEWHERE_BEFORE =
      Pattern.compile(
          "(?:(?:别的|其他|其它|另外的)(?:客户|医院|学校|单位|公司|厂)|隔壁(?:的|那)?(?:家|客户|医院|学校|单位|公司|厂)?)[^，。]{0,8}$|\\b(?:other|another) (?:customers?|clients?|hospitals?|companies)\\b[^.,]{0,30}$");

  /** What denies within the evidence: 数据安全他不担心. */
  private static final Pattern DENIED_INSIDE =
      Pattern.compile("不担心|不在乎|不在意|不介意|不计较|没意见|没问题|无所谓|不是问题|不成问题");

  /** Something does what it should: 用得挺好, 跑得很稳. */
  private static final Pattern PRAISED =
      Pattern.compile(
          "(?<![想要能才]|希望|以前|原来|之前|当初)(?:用|跑|转|走|做|干|装|修|弄|运行|运转|处理|恢复|配合)[得着的]"
              + "(?:都|还|也|就|很|挺|蛮|满|真|非常|特别|相当|比较|一直|算|是){0,3}"
              + "(?:不错|好好的|好(?![几多些久])|顺|稳|满意|正常)");

  /** Praise that only leads to what is wrong: 用得好好的突然不开机了. */
  private static final Pattern TURNED =
      Pattern.compile("突|忽|结果|就|又|不|闲|少|贵|慢|要|想|但|可|后来|最近|现在|[今昨前]天");

  /** A phrase that complains of how something works. */
  private static final Pattern COMPLAINS = Pattern.compile("[没不未无难坏慢少闲差卡停]|故障|毛病|问题");

  /** A phrase that praises, if only what the customer has already: 用惯了不想换. */
  private static final Pattern PRAISES = Pattern.compile("(?<![没不未无])(?:好|顺|稳|不错|满意|正常|通过|夸)|[惯换]");

  /** Evidence that ends so goes on behind: in 预算没|到位 nothing was mended. */
  private static final Pattern UNFINISHED = Pattern.compile("(?:[没未不]|没有)$");

  /** What a verb comes to: 批下来, 装好. */
  private static final String RESULTS = "下来|下去|出来|起来|进去|上来|通过|了|过|成|到|着|上|动|起|进|出|完|掉|住|定|好";

  /** A verb that does not come to its end (批不下来, 装不了), or of which it is asked (批不批). */
  private static final Pattern UNDONE = Pattern.compile("(\\p{IsHan})不(\\1|" + RESULTS + ")");

  /** A verb of which nothing came (没签, 没空见, 不肯见); 有没有签 and 能不能见 ask. */
  private static final Pattern MISSED =
      Pattern.compile(
          "(?:(?<!有)[没未](?!想到)(?:有|能|空|时间|机会|给|让|来得及|按时|及时|顺利|全|都|正式|最终){0,3}"
              + "|(?<![肯愿想让给准敢能])不(?:肯|愿意?|想|让|给|准|敢|能|打算){1,2})(\\p{IsHan})");

  /** A phrase that tells of a lack (断货了), a part (只见到办事员) or what is to come (等预算定下来). */
  private static final Pattern PARTIAL = Pattern.compile("[只仅光才等待盼催缺少断停]");

  /** Characters behind the evidence that may still belong to its verb. */
  private static final int VERB = 3;

  /** Characters that tell how a phrase ends. */
  private static final int ENDING = 2;

  /** The same where it is praised. */
  private static final int PRAISE = 6;

  private Denial() {}

  /**
   * How the customer stands to what was found.
   *
   * @param text the plain text of the memo
   * @param start index of the first character of the evidence
   * @param end index behind the last one
   * @param phrase the phrase that was found there
   */
  static Tagging.Status status(String text, int start, int end, String phrase) {
    String before = lastPart(text.substring(Math.max(0, start - BEFORE), start));
    String after = firstPart(text.substring(end, Math.min(text.length(), end + AFTER)));
    boolean negative = NEGATIVE.matcher(phrase).find();
    String evidence = text.substring(start, end);
    boolean done = !UNFINISHED.matcher(evidence).find();
    boolean denied =
        (!negative && DENIED_BEFORE.matcher(before).find())
            || (!negative && DENIED_INSIDE.matcher(evidence).find())
            || praised(text, start, end, phrase)
            || (done && deniedAfter(after, phrase))
            || (done && negative && MENDED_AFTER.matcher(after).find())
            || ELSEWHERE_BEFORE.matcher(before).find();
    if (denied) {
      return Tagging.Status.NEGATED;
    }
    boolean open = negative && !lacks(text, start, end) || GUESSED_BEFORE.matcher(before).find();
    return open ? Tagging.Status.UNCERTAIN : Tagging.Status.ASSERTED;
  }

  /** Whether what follows denies the phrase, and is not how it ends itself: 装|好了 for 机器装好了. */
  private static boolean deniedAfter(String after, String phrase) {
    Matcher denial = DENIED_AFTER.matcher(after);
    return denial.find() && !phrase.endsWith(lastCharacters(denial.group()));
  }

  private static String lastCharacters(String text) {
    return text.substring(Math.max(0, text.length() - ENDING));
  }

  /**
   * What becomes of what the phrase says is done: for 批了, 批不下来 and 没批 deny it and 批不批 asks; all
   * else leaves it asserted. The arguments are those of {@link #status}.
   */
  static Tagging.Status completion(String text, int start, int end, String phrase) {
    if (NEGATIVE.matcher(phrase).find() || PARTIAL.matcher(phrase).find()) {
      return Tagging.Status.ASSERTED;
    }
    if (missed(text, start, end, phrase)) {
      return Tagging.Status.NEGATED;
    }
    String said = text.substring(start, Math.min(text.length(), end + VERB));
    return UNDONE
        .matcher(said)
        .results()
        .filter(m -> m.start() < end - start && isDone(m.group(1), m.group(2), phrase))
        .map(m -> m.group(1).equals(m.group(2)) ? Tagging.Status.UNCERTAIN : Tagging.Status.NEGATED)
        .findFirst()
        .orElse(Tagging.Status.ASSERTED);
  }

  /** Whether nothing came of the verb, and the evidence has it nowhere else: 没签成，这次签了 is signed. */
  private static boolean missed(String text, int start, int end, String phrase) {
    String evidence = text.substring(start, end);
    return MISSED
        .matcher(text)
        .results()
        .filter(m -> m.start(1) >= start && m.start(1) < end)
        .filter(m -> isDone(m.group(1), "了", phrase))
        .anyMatch(m -> evidence.indexOf(m.group(1)) == evidence.lastIndexOf(m.group(1)));
  }

  /** Whether the phrase says that the verb came to this end; 了 and a question mean any. */
  private static boolean isDone(String verb, String result, String phrase) {
    boolean any = result.equals("了") || result.equals(verb);
    String ends = any ? RESULTS : result + "|了$";
    return Pattern.compile(verb + "我?们?(?:" + ends + ")").matcher(phrase).find();
  }

  /** Whether the text praises with the words of the phrase, which complains: 用得不错 for 用不起来. */
  static boolean praised(String text, int start, int end, String phrase) {
    if (!COMPLAINS.matcher(phrase).find() || PRAISES.matcher(phrase).find()) {
      return false;
    }
    Matcher praise = PRAISED.matcher(text).region(start, Math.min(text.length(), end + PRAISE));
    return praise.useTransparentBounds(true).find()
        && praise.start() < end
        && !TURNED.matcher(text.substring(praise.end(), Math.max(praise.end(), end))).find();
  }

  /** Whether the words near the evidence speak of something missing, as the phrase does. */
  private static boolean lacks(String text, int start, int end) {
    String near = text.substring(Math.max(0, start - 6), Math.min(text.length(), end + 6));
    return LACK.matcher(near).find();
  }

  private static String lastPart(String text) {
    var stops = STOP.matcher(text);
    int from = 0;
    while (stops.find()) {
      from = stops.end();
    }
    return text.substring(from);
  }

  private static String firstPart(String text) {
    List<String> parts = List.of(STOP.split(text, 2));
    return parts.getFirst();
  }
}
