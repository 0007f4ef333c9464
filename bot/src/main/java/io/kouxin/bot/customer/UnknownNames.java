package io.kouxin.bot.customer;

import io.kouxin.nlp.text.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what looks like the name of an organisation. */
final class UnknownNames {
  private static final Pattern CHINESE =
      Pattern.compile(
          "[\\p{IsHan}A-Za-z0-9\\h]{0,16}?(?:股份有限公司|有限责任公司|有限公司|医院|卫生院|保健院|诊所|门诊部|检验所|大药房|药房"
              + "|公司|集团|大学|研究院|研究所|超市|酒店|厂(?!长|家))");

  /** Behind the last of these, the name begins; long ones first. */
  private static final Pattern BEFORE_NAME =
      Pattern.compile(
          ".*(?:拜访(?:了|过)?|回访(?:了|过)?|联系(?:了|过)?|第[一二三四五六七八九十]家(?:跑的)?(?:是|去了?)?|刚刚?从|一家叫做?|叫做?"
              + "|新客户(?:是|叫)?|客户(?:是|叫)?|[今昨前明后]天|上午|下午|早上|中午|晚上|刚才|刚刚|然后|还有|以及|他们|我们|你们|咱们"
              + "|对方|这家|那家|一家|几家|那个|这个|某|跑了?|去了?|到了|见了|看了|约了|在|给|跟|从|了|的|是|说"
              + "|(?<![参])与|(?<![协仁谐])和(?!平|睦|谐|美|顺|田|县)|(?<=[我他她你])到|^到)");

  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?:\\p{L}[\\p{L}\\d'’.&-]*\\h+){1,5}?"
              + "(?i:hospital|clinic|medical cent(?:er|re)|health cent(?:er|re)|pharmacy|university|college"
              + "|diagnostics|surgical|laboratories|labs|limited|ltd|inc|llc|corp|corporation|company|group"
              + "|school|hotel|bank)\\b");

  private static final Pattern ENGLISH_BEFORE_NAME =
      Pattern.compile(
          "(?i).*\\b(?:at|the|a|an|to|from|visit(?:ed|ing)?|met|meet|with|in|called|call|saw|see|went|this|that"
              + "|their|our|my|his|her|your|new|and|for|of|is|was|are|were|today|yesterday|tomorrow|just|about"
              + "|some|any|another|which|same|one|customer|i|we|they|he|she|had|has|said|says|by|near)\\h+");

  private UnknownNames() {}

  /** A name and where it stands. */
  record Found(String name, Span span) {}

  static Optional<String> first(String text, List<CustomerMatch> known) {
    Optional<String> chinese =
        Stream.of(first(CHINESE, text, known), OtherKinds.first(text, known))
            .flatMap(Optional::stream)
            .min(
                Comparator.comparingInt((Found found) -> found.span().start())
                    .thenComparing(found -> found.span().end()))
            .map(Found::name);
    return chinese.or(() -> first(ENGLISH, text, known).map(Found::name));
  }

  private static Optional<Found> first(Pattern pattern, String text, List<CustomerMatch> known) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      boolean chinese = pattern == CHINESE;
      Pattern before = chinese ? BEFORE_NAME : ENGLISH_BEFORE_NAME;
      Span span = named(found, before);
      String name = tidy(span.of(text), chinese);
      if (isName(name, chinese) && !isKnown(span, known)) {
        return Optional.of(new Found(name, span));
      }
    }
    return Optional.empty();
  }

  /** Where the name in a Chinese find begins and ends. */
  static Span named(Matcher found) {
    return named(found, BEFORE_NAME);
  }

  private static Span named(Matcher found, Pattern before) {
    Matcher cut = before.matcher(found.group());
    int start = found.start() + (cut.lookingAt() ? cut.end() : 0);
    return new Span(Math.min(start, found.end()), found.end());
  }

  private static boolean isName(String name, boolean chinese) {
    int shortest = chinese ? 4 : 6;
    boolean placed = chinese && name.length() > 5 && name.matches(".*[市县区省镇].*");
    return name.length() >= shortest && (placed || !OrganisationName.isCommon(name));
  }

  static boolean isKnown(Span span, List<CustomerMatch> known) {
    return known.stream()
        .filter(match -> match.span().overlaps(span))
        .anyMatch(match -> match.certain() || covers(match.span(), span));
  }

  /** Less than the whole name is somebody else's: 人民医院 in 临江县人民医院. */
  private static boolean covers(Span known, Span name) {
    return known.start() <= name.start() && name.end() <= known.end();
  }

  /** A name as people write it, however a recogniser spaced it. */
  static String tidy(String name, boolean chinese) {
    if (chinese) {
      return name.replaceAll("(?<=[\\p{IsHan}])\\h+|\\h+(?=[\\p{IsHan}])", "").strip();
    }
    String plain = name.replaceAll("\\h+", " ").strip();
    // A recogniser writes no capitals, a name has them.
    return plain.equals(plain.toLowerCase(Locale.ROOT)) ? titled(plain) : plain;
  }

  private static String titled(String words) {
    return Pattern.compile("(?<=^|\\s)\\p{L}")
        .matcher(words)
        .replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
  }
}
