package io.kouxin.nlp.text;

import java.util.List;
import java.util.regex.Pattern;

/** How English memos are read. */
final class English implements Language {
  private static final String THEY =
      "(?:he|she|they|the (?:customer|client|hospital|company|director|doctor|manager|owner|buyer|team|school|lab|plant)|their \\w+)";

  /**
   * What goes on to another deadline belongs to that one: "on May 1st we need it by April 20th".
   */
  private static final String NOT_THE_NEXT_ONES = "^(?!.*\\b(?:by|before|no later than) $)";

  private static final FollowUpTime FOLLOW_UP =
      FollowUpTime.of(
          "(?:ask(?:s|ed)? (?:me|us)|wants? (?:me|us|it|to)|want(?:s|ed) (?:me|us)|needs? (?:it|the \\w+|a \\w+|me|us|to)|remind me|promised|agreed|meet(?:ing)?|appointment|call(?:ing)?|see|visit(?:ing)?|go(?:ing)? back|come back|follow up|send|scheduled|booked|back|moved|postponed|rescheduled|\\b(?:i|we|i'll|we'll|let's)\\b(?: will| have to| need to| must| should| am| are)?[^.]{0,40}?)(?: (?:it|him|her|them|this|that|there|again))?(?: (?:for|on|to|at|by|before|is|it))*\\s*$",
          NOT_THE_NEXT_ONES
              + "(?:,? ?(?:i|we|please|to|for|call|send|visit|meet|go|bring|give|see|check|follow|he wants|she wants|with|at|again|demo|deliver|prepare))\\b",
          NOT_THE_NEXT_ONES + "(?:,? ?(?:i|we|i'll|we'll|i'm|please|remind)\\b)",
          "(?:since|last|"
              + EnglishRefusals.UNTIL
              + "|for the past|waited|took|taking|used to|was|were|after|lasts?|lasted|already|broke|failed|came|visited|saw|met|happened|arrived|stopped|called|opens?|starts?|expires?|(?<!tender |bid |bidding )closes?|moves?|launches|arrives|ships|turned up|showed up|runs? out|ran out|lapses)(?: \\w+)?\\s*$"
              + "|\\b(?:was|were) (?!asked|told|invited)(?:\\w+ed|due|meant|supposed)(?: to \\w+)?(?: for| on| by)?\\s*$",
          "^.{0,24}?\\b(?:delivery|deliver(?:ed|s)|shipment|ship(?:ped|s)?|arriv(?:e|es|ed|al)|opening|opens|closed|holiday|on leave|expires?|birthday|paid|late|broke|ago)\\b",
          "(?<!\\b(?:call|see|meet|visit|email|phone|with|to|tell|ask|remind|give|send|show|for|text|ring|reach|catch|message|chase|invite) )"
              + THEY
              + "(?: (?:is|are|will|will be|has|have|opens?|moves?|starts?|leaves?))?\\s*$",
          "^(?!(?:he|she|they)(?:'ll| will| would)? (?:call|phone|ring|e-?mail|text|tell|inform|let|get back to)s? (?:me|us)\\b)(?:.{0,12}\\b(?:free|available|me|us|sign)\\b)",
          "\\b(?:competitor|rival)s?(?: \\w+){0,5}\\s*$"
              + "|\\b(?:he|she|they|(?:the|his|her|their) \\w+) (?:comes?|shuts?|moves?|marry|marries|gets? married|leaves?|fly|flies|travels?)(?: (?!me\\b|us\\b|with\\b|to\\b|back\\b|over\\b|here\\b)\\w+){0,3}\\s*$"
              + "|(?:\\b(?:they|he|she)|their \\w+|the \\w+) (?:(?:also|always|usually) )?(?:meets?|pays?|decides?|retires?|delivers?|(?:has|have) (?:a |an )?(?:meeting|surgery|holiday))\\s*$"
              + "|\\b(?:they|he|she) (?:\\w+(?:'t)? ){0,3}(?:pays?|paid)(?: us| me)?\\s*$"
              + "|\\b(?:the|their) \\w+ (?:sits?|meets?|decides?|votes?)(?: (?!me\\b|us\\b|with\\b|to\\b)[\\w']+){0,6}\\s*$"
              + "|\\b(?:their|his|her) (?:[\\w']+ ){0,2}(?:meeting|board|committee|conference|exams?|inspection|audit|anniversary|party|opening|holiday|wedding|trip|surgery|session|launch|fair|exhibition|congress|review) (?:is|are|was|starts?|takes? place|will be|falls|happens)(?: on| at| in)?\\s*$"
              + "|"
              + EnglishRefusals.BEFORE
              + "|\\b(?:they|he|she) (?:is|are|will be) (?!coming|waiting|free|expecting)\\w+ing(?: \\w+){0,5}\\s*$",
          "^(?:cancell?ed|called off)\\b|^ago\\b|" + EnglishRefusals.BEHIND,
          "\\b(?:after (?:delivery|installation|payment|signing|the order)|breakdown|results? (?:come|take)s?|pays?|paying|payment|delivery|delivered|lead time(?: is)?|warranty(?: is)?)\\s*$",
          "");

  /** Where a visit may be made. */
  static final String CUSTOMER =
      "(?:customer|client|visit|stop|hospital|clinic|company|account|one|place|school|shop|store|meeting|lab|plant|site)";

  @Override
  public TimeGrammar times(String text, Today today) {
    return new EnglishTimes(text, today);
  }

  @Override
  public FollowUpTime followUp() {
    return FOLLOW_UP;
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
