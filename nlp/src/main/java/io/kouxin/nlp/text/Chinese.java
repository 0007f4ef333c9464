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
    return ChineseActions.WORDS;
  }

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
