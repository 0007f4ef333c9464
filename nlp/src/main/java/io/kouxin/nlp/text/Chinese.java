package io.kouxin.nlp.text;

import java.util.List;
import java.util.regex.Pattern;

/** How Chinese memos are read. */
final class Chinese implements Language {
  @Override
  public TimeGrammar times(String text, Today today) {
    return new ChineseTimes(text, today);
  }

  @Override
  public FollowUpTime followUp() {
    return ChineseFollowUp.CUES;
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
          Pattern.compile(
              "(?:下一步(?:就?是)?|接下来|希望我们?(?:下次)?|得?赶紧|要?尽快|抓紧|需要我们|提醒我|记得|别忘了|我得|我要(?![说讲])|我准备|我打算|让我们?|要我们?|叫我们?|要求我们?|催我们?)"),
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

  @Override
  public Visits visits() {
    return ChineseVisits.WORDS;
  }
}
