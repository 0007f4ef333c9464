package io.kouxin.nlp.text;

/**
 * Words about a time at which nothing will be: it is denied ("no need to come on Friday") or called
 * off ("they cancelled the demo on Friday", "Friday's demo got cancelled").
 */
final class EnglishRefusals {
  /** Where what was denied is over: somebody else, another thought, another thing to do. */
  private static final String ON =
      "(?!(?:i|we|you|he|she|they|it|i'll|we'll|he'll|she'll|they'll|i'm|we're|he's|she's|it's|but|and|so|or|because|then|instead|please|until|till|unless|if|before|except|otherwise|just|than|to|by|which|who|"
          + EnglishActions.IMPERATIVE
          + ")\\b)[\\w']+";

  private static final String ACT =
      "(?:come|coming|go|going|call|calling|phone|phoning|ring|ringing|meet|meeting|visit|visiting|see|seeing|send|sending|bring|bringing|deliver|delivering|show up|follow up|following up|e-?mail|mail|text|write|ship|install|drop by|stop by|attend|join|travel|drive|present|make it|hold|talk|speak|happen|take place|have (?:time|a slot|any time|room)|do anything|be (?:there|here|in|back|available|free|around|able to \\w+))";

  private static final String NOT_ASKING =
      "(?<!\\b(?:why|did|could|was|were|if|unless|when|in case|if (?:i|we|you|he|she|they|nobody)|in case (?:i|we|he|she|they)) )";

  private static final String DENIED =
      "(?:\\bno (?:need|reason|point|use)(?: for (?:me|us|anyone|anybody))? (?:in|to) [\\w']+|(?:"
          + NOT_ASKING
          + "\\b(?:don't|do not|doesn't|does not|needn't|need not|won't|will not|can't|cannot|can not|shouldn't|mustn't|isn't|aren't|not|never|no longer|nobody|no one|instead of|rather than|decided against)(?: to)?"
          + "(?: (?:have|needs?|has|wants?|going|able|allowed|supposed|be|expect|plan|planning|manage)(?: (?:me|us|him|her|them|you))?(?: to)?)?) "
          + ACT
          + ")";

  /** "They haven't cancelled the demo": it will be. */
  private static final String NOT_UNDONE = "(?<!(?:n't|\\bnot|\\bnever) )";

  private static final String CANCELLED =
      NOT_UNDONE
          + "(?<!\\b(?:is|was|are|were|been|got|being) )\\b(?:cancell?ed|cancels|called off|calls off|scrapped)(?: (?:the|our|my|his|her|their|this|that|all) [\\w']+(?: "
          + ON
          + "){0,3})?(?: of| for| from)?";
  private static final String PUT_OFF =
      NOT_UNDONE
          + "\\b(?:(?:put|pushed) off|postponed|pushed back|(?:had|has|they have|wants?|wanted) to (?:cancel|call off|postpone|put off)) (?:the|our|my|his|her|their|this|that|all) [\\w']+(?: "
          + ON
          + "){0,3}(?: of| from)?";

  /** A day until which something lasts, not the one to which it was moved. */
  static final String UNTIL =
      "(?<!\\b(?:postponed|rescheduled|moved|put off|pushed back) )(?:until|till)";

  /** Ends in front of such a time. */
  static final String BEFORE =
      "(?:"
          + DENIED
          + "(?: (?:and |to |over to |back to )"
          + EnglishActions.VERB
          + ")?(?: "
          + ON
          + "){0,5}|\\b(?:nobody|no one|none of them)(?:'s| is| will be|'ll be) (?:in|there|here|around|free|available|at (?:the |their )?\\w+)(?: this| on)?|\\b(?:isn't|aren't|not) (?:available|free|there|here|around|possible)(?: this| for)?|(?<!\\b(?:say|says|said|if) )\\bno (?:more )?(?:meeting|demo|visit|call|training|appointment|session|presentation)s?(?: (?:with|at|for) \\w+(?: \\w+)?)?|(?<!(?:n't|not|never) )\\b(?:skip|skipping|skipped|forget(?: about)?) the (?:\\w+ ){0,3}\\w+|"
          + CANCELLED
          + "|"
          + PUT_OFF
          + ")\\s*$";

  private static final String EVENT =
      "(?:(?:the |our |my )?(?:\\w+ ){0,2}(?:demo|visit|meeting|training|appointment|delivery|call|session|installation|presentation|tour|lunch|dinner|event|workshop|trial|test|audit) (?:(?:with|at|in|for) (?:[\\w']+ ){1,3}?)?)?";

  /** Begins behind such a time. */
  static final String BEHIND =
      "^(?:'s )?(?:(?:they|he|she) (?:just |have |has )?(?:cancell?ed|called off)(?: (?:it|that|again))?(?= ?$)|"
          + EVENT
          + "(?:(?:(?:is|was|has|had) been|'s been|is|was|gets?|got|being|be)(?: (?:now|just|also|been|probably|already))* (?:cancell?ed|called off|scrapped|postponed|put off|pushed back|(?<!be )off(?= ?$| (?:so|but|and|they|he|she|because|for now)\\b))|(?:won't|will not|isn't|is not) (?:happen|happening|going to happen|take place|taking place)|\\w+ no longer (?:happens|takes place|works))\\b)"
          + "|^(?:(?:doesn't|does not|won't|will not|didn't) (?:work|suit|do|fit)|(?:isn't|is not) (?:possible|good|an option|convenient)|is (?:no good|impossible|out of the question|full|fully booked))\\b";

  private EnglishRefusals() {}
}
