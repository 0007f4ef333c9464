package io.kouxin.bot.walk;

import io.kouxin.integrations.wecom.emulator.Happening;
import java.util.List;

/**
 * One message of a crowd on WeCom. Its words are nobody else's, so its effects can be told apart.
 *
 * @param user userid of the member
 * @param number how many the member sent before
 * @param person how many members come before this one
 * @param second of its CreateTime, the same in every delivery
 */
record Said(String user, int number, int person, long second) {
  static final List<String> CUSTOMERS =
      List.of("华东市第一人民医院", "云溪县中医院", "博宁骨科医院", "松源医学检验所", "江北新城医院", "安禾口腔");

  private static final long FIRST_ID = 9_000_000_000_000_000_000L;
  private static final int A_MEMBER = 1_000;
  private static final int KINDS = 5;

  /** What the bot does with it. */
  enum Kind {
    /** A record and its card. */
    MEMO,
    /** An answer that repeats the label. */
    PLACE,
    /** An answer that repeats the question. */
    QUESTION
  }

  /**
   * A memo in five, each about another customer: two about the same one would become one record.
   */
  Kind kind() {
    return switch (number % KINDS) {
      case 1 -> Kind.MEMO;
      case 3 -> Kind.PLACE;
      default -> Kind.QUESTION;
    };
  }

  String messageId() {
    return String.valueOf(FIRST_ID + (long) person * A_MEMBER + number);
  }

  /** Stands in the words, and in the answer to all but memos. */
  String mark() {
    return "x%03dy%03dz".formatted(person, number);
  }

  Happening happening() {
    Happening plain =
        switch (kind()) {
          case MEMO -> Happening.text(user, "今天去" + customer() + "谈了谈，约了再去看看，编号" + mark());
          case PLACE -> Happening.location(user, 31.2, 121.4).with("Label", "和平路" + mark());
          case QUESTION -> Happening.text(user, "查 " + mark());
        };
    return plain.with("MsgId", messageId()).with("CreateTime", String.valueOf(second));
  }

  private String customer() {
    return CUSTOMERS.get(number / KINDS % CUSTOMERS.size());
  }
}
