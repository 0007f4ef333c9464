package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.Attachment.Shows;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what somebody says that a picture shows: 名片, 是单据, 不对，是现场照, "a name card". */
final class Seen {
  /** Words by which somebody leaves a question open. */
  static final Pattern SKIP =
      Pattern.compile("先不管|不管|不用管|跳过|skip(?: (?:it|this|that))?", Pattern.CASE_INSENSITIVE);

  private static final String BEFORE =
      "(?:(?:不对|错了|说错了|记错了|no|wrong|sorry)[，,。.\\s]*)?"
          + "(?:照片|这张|那张|这个|第.张|拍的)*(?:应该)?(?:就?是)?(?:一?张)?"
          + "(?:(?:it|that|this)(?:'?s| is| should be)\\s+)?(?:(?:an?|the|my|his|her)\\s+)?";

  private static final Map<Shows, Pattern> SAID =
      Map.of(
          Shows.CARD,
          pattern("(?:他的|客户)?名片照?片?|(?:business |name |visiting )?card"),
          Shows.PAPER,
          pattern(
              "单据|单子|票据|发票|收据|合同|报价单|文件|资料|"
                  + "documents?|papers?|paperwork|invoice|receipt|contract|quotation"),
          Shows.SCENE,
          pattern("(?:拜访)?现场照?片?|门头照?片?|(?:photo of the )?(?:site|scene|place)|on[ -]?site"));

  private Seen() {}

  private static Pattern pattern(String things) {
    return Pattern.compile(BEFORE + "(?:" + things + ")", Pattern.CASE_INSENSITIVE);
  }

  /** What the words say, if they say nothing else. */
  static Optional<Shows> said(String words) {
    return SAID.entrySet().stream()
        .filter(said -> said.getValue().matcher(words).matches())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** By the name that a button carries; empty if it is none of ours. */
  static Optional<Shows> of(String name) {
    return Arrays.stream(Shows.values()).filter(shows -> shows.name().equals(name)).findFirst();
  }
}
