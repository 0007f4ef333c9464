package io.kouxin.bot.customer;

import io.kouxin.bot.customer.UnknownNames.Found;
import io.kouxin.nlp.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds names of houses whose kind is an everyday word as well: 小学 is a school and an age, 体检中心 a
 * house of its own and a part of a hospital, 科技 the end of a firm's name and much else. So the part
 * in front must be a name, and a trade needs somebody who is visited there.
 */
final class OtherKinds {
  private static final String BEFORE = "[\\p{IsHan}A-Za-z0-9\\h]{0,16}?";

  /** A longer name of another kind goes on behind it. */
  private static final String ENDS = "(?!\\h*(?:医院|门诊|附属|附小|分院|公司|集团|有限|股份|大学|学院|研究))";

  private static final Pattern HOUSES =
      Pattern.compile(
          BEFORE
              + "(?<kind>(?:体\\h*检|健康管理|血液|疾\\h*控|康复|护理|月子|透析|影像|检验)\\h*中\\h*心|血\\h*站|美\\h*容\\h*院|养老院|敬老院|福利院|护理院|疗养院"
              + "|幼\\h*儿\\h*园|(?:小\\h*学|中\\h*学)(?!\\h*(?:生|部|段|毕业|文化|时|[一二三四五六]\\h*年\\h*级|语文|数学|英语|课|教材))"
              + "|职校|技校|学\\h*校(?!里)|宾馆|饭店|餐厅)"
              + ENDS);

  private static final String SOMEBODY =
      "\\p{IsHan}\\h*(?:总|工|厂\\h*长|经\\h*理|主\\h*任|老\\h*板|主\\h*管|采\\h*购)";

  private static final Pattern FIRMS =
      Pattern.compile(
          BEFORE
              + "(?<kind>科\\h*技|药\\h*业|医\\h*药|医\\h*疗|生\\h*物|食\\h*品|机\\h*械|电\\h*子|商\\h*贸|贸\\h*易|实\\h*业|建\\h*材|化\\h*工|模\\h*具|物\\h*流)"
              + "(?=\\h*(?:$|[，。！？；,;!?\\n]|的?\\h*"
              + SOMEBODY
              + "|[那这]边|想|嫌|说(?!明)))");

  private static final Pattern VISITED =
      Pattern.compile(
          "(?:[去跑]\\h*(?:了|过|的)?|到\\h*了?|拜\\h*访\\h*(?:了|过)?|见\\h*了?|找|约\\h*了?|联\\h*系\\h*了?|从|跟|叫\\h*做?|客\\h*户\\h*是?|[，。！？；,;!?\\n]|^)\\h*$");
  private static final Pattern SOMEBODY_BEHIND = Pattern.compile("^\\h*的?\\h*" + SOMEBODY);

  /** What stands in a sentence and in no name. */
  private static final Pattern IN_NO_NAME =
      Pattern.compile(
          "[的了是在要说给把被让跟就都也还不没很这那他她我你吗呢吧哪读念送像做买卖]"
              + "|孩子|儿子|女儿|附近|隔壁|旁边|所有|其他|其它|自己|[几多某每一两三]+[所家个间]|用|采|关于|从事|^事|上幼|上小|上中|开了?[家个]"
              + "|(?:医院|院|公司|学校|大学)$");

  /** What only says what sort of house it is. */
  private static final Pattern ONLY_A_SORT =
      Pattern.compile(
          "(?:公立|私立|民办|公办|民营|国营|双语|国际|连锁|高端|大型|小型|中型|本地|当地|中心|实验|重点|希望|寄宿|农村|乡镇|乡下|县城|城里|城区|新建"
              + "|老牌|社区|机关|企业|职工|员工|单位|内部|美容|皮肤|高|新|黑|先进|现代|传统|进口|国产|信息|生物|医疗|健康|电子|智能|精密|专科|职业"
              + "|上|下|大|小|老|好|省|市|县|区|镇|第?[一二三四五六七八九十]|附属|全|同|各)*");

  private static final int FEWEST = 2;
  private static final int MOST = 10;

  private OtherKinds() {}

  static Optional<Found> first(String text, List<CustomerMatch> known) {
    return Stream.of(first(HOUSES, text, known), first(FIRMS, text, known))
        .flatMap(Optional::stream)
        .min((one, other) -> Integer.compare(one.span().start(), other.span().start()));
  }

  private static Optional<Found> first(Pattern kinds, String text, List<CustomerMatch> known) {
    Matcher found = kinds.matcher(text);
    while (found.find()) {
      Span span = UnknownNames.named(found);
      String own =
          text.substring(Math.min(span.start(), found.start("kind")), found.start("kind"))
              .replaceAll("\\h", "");
      boolean fits = isOwn(own, found.group("kind")) && (kinds == HOUSES || isVisited(text, span));
      if (fits && !UnknownNames.isKnown(span, known)) {
        return Optional.of(new Found(UnknownNames.tidy(span.of(text), true), span));
      }
    }
    return Optional.empty();
  }

  private static boolean isOwn(String own, String kind) {
    // A town has one of these, and it is called by the town or by nothing.
    boolean oneInTown = kind.matches("血\\h*站|(?:疾\\h*控|血液)\\h*中\\h*心");
    boolean named =
        oneInTown
            ? own.matches(".*[市县区省].*") || !ONLY_A_SORT.matcher(own).matches()
            : own.length() >= FEWEST && !ONLY_A_SORT.matcher(own).matches();
    return named && own.length() <= MOST && !IN_NO_NAME.matcher(own).find();
  }

  private static boolean isVisited(String text, Span name) {
    String before = text.substring(Math.max(0, name.start() - 8), name.start());
    return VISITED.matcher(before).find()
        || SOMEBODY_BEHIND.matcher(text.substring(name.end())).find();
  }
}
