package io.kouxin.nlp.text;

import java.util.List;
import java.util.regex.Pattern;

/** How English memos are read. */
final class English implements Language {
  /** Where a visit may be made. */
  static final String CUSTOMER =
      "(?:customer|client|visit|stop|hospital|clinic|company|account|one|place|school|shop|store|meeting|lab|plant|site)";

  @Override
  public TimeGrammar times(String text, Today today) {
    return new EnglishTimes(text, today);
  }

  @Override
  public FollowUpTime followUp() {
    return EnglishFollowUp.CUES;
  }

  @Override
  public List<Found<AmountValue>> amounts(String text) {
    return EnglishAmounts.in(text);
  }

  @Override
  public List<Found<PersonName>> people(String text) {
    return EnglishPeople.in(text);
  }

  @Override
  public NextActions nextActions() {
    return EnglishActions.WORDS;
  }

  @Override
  public Clauses clauses() {
    return new Clauses(
        Pattern.compile("[,;!?…\\n]+|\\.(?!\\d)"),
        Pattern.compile("\\b(?:but|because|however|then|also|although|so)\\b"),
        120,
        80);
  }

  @Override
  public Visits visits() {
    String next =
        "\\b(?:and |then )?(?:at |with )?(?:the |my |our )?(?:second|third|fourth|other|next) "
            + CUSTOMER
            + "\\b";
    return new Visits(
        List.of(
            new Visits.Pair(
                Pattern.compile(
                    "\\bfirst " + CUSTOMER + "\\b|\\bone (?:customer|client|hospital)\\b"),
                Pattern.compile(next)),
            new Visits.Pair(
                Pattern.compile("\\bthis morning\\b"), Pattern.compile("\\bthis afternoon\\b")),
            new Visits.Pair(
                Pattern.compile(""),
                Pattern.compile(
                    "\\b(?:at|with|then) the other (?:customer|client|hospital|clinic|company|account)\\b|\\bthe other (?:customer|client)\\b"))));
  }
}
