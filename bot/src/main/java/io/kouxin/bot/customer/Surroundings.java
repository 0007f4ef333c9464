package io.kouxin.bot.customer;

import io.kouxin.nlp.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before and behind a name, and what it says about it. */
final class Surroundings {
  private static final int NEAR = 12;

  private static final Pattern VISIT_BEFORE =
      Pattern.compile(
          "(?:^|[，。！？；、,;!?\\n]"
              + "|[去到在跑看给跟从约找送陪查见](?:了|过|一下)?|(?:去|跑|见|拜访)的|一?个是|拜访(?:了|过)?|回访(?:了|过)?|联系(?:了|过)?"
              + "|客户(?:是|叫)?|记给|记到|家是|刚从"
              + "|(?i:\\b(?:at|visit|visited|visiting|to|from|with|called|saw|met|for|find|see|is|customer))\\s)\\s*$");

  private static final Pattern PLACE_BEHIND =
      Pattern.compile("^\\s*(?:那边|这边|那里|说|的?\\s*[\\p{IsHan}](?:主任|院长|科长|经理|老师|厂长|总))");

  private static final Pattern KIND_BEHIND =
      Pattern.compile(
          "^\\s*[\\p{IsHan}\\s]{0,6}?(医\\s*院|公\\s*司|诊\\s*所|集\\s*团|大\\s*学|药\\s*房|药\\s*业|超\\s*市|厂(?!\\s*[长家]))");

  private static final Pattern STOPS_NAME = Pattern.compile("[的说在去了是要和跟给有来把]");

  private Surroundings() {}

  /** Whether the words speak of somebody who was visited, called or asked about. */
  static boolean isVisited(String raw, Span span) {
    String before = raw.substring(Math.max(0, span.start() - NEAR), span.start());
    String behind = raw.substring(span.end(), Math.min(raw.length(), span.end() + NEAR));
    return VISIT_BEFORE.matcher(before).find() || PLACE_BEHIND.matcher(behind).find();
  }

  /** Whether the name goes on behind the span as that of somebody else: 华康|药业, not of 华康医院. */
  static boolean goesOnAsAnother(String raw, Span span, String name) {
    String behind = raw.substring(span.end(), Math.min(raw.length(), span.end() + NEAR));
    Matcher kind = KIND_BEHIND.matcher(behind);
    if (!kind.find() || STOPS_NAME.matcher(kind.group()).find()) {
      return false;
    }
    return !name.contains(kind.group(1).replaceAll("\\s", ""));
  }
}
