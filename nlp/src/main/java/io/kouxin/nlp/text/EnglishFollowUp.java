package io.kouxin.nlp.text;

/** The words around a time in an English memo that say whether it is the one to keep. */
final class EnglishFollowUp {
  private static final String THEY =
      "(?:he|she|they|the (?:customer|client|hospital|company|director|doctor|manager|owner|buyer|team|school|lab|plant)|their \\w+)";

  /**
   * What goes on to another deadline belongs to that one: "on May 1st we need it by April 20th".
   */
  private static final String NOT_THE_NEXT_ONES = "^(?!.*\\b(?:by|before|no later than) $)";

  /** What ends in front of a time that the rep was asked for, or has set. */
  private static final String ASKED =
      "(?:ask(?:s|ed)? (?:me|us)|wants? (?:me|us|it|to)|want(?:s|ed) (?:me|us)|needs? (?:it|the \\w+|a \\w+|me|us|to)|remind me|promised|agreed|meet(?:ing)?|appointment|call(?:ing)?|see|visit(?:ing)?|go(?:ing)? back|come back|follow up|send|scheduled|booked|back|moved|postponed|rescheduled|\\b(?:i|we|i'll|we'll|let's)\\b(?: will| have to| need to| must| should| am| are)?[^.]{0,40}?)(?: (?:it|him|her|them|this|that|there|again))?(?: (?:for|on|to|at|by|before|is|it))*\\s*$";

  /** What the rep is to do then. */
  private static final String ACTING =
      NOT_THE_NEXT_ONES
          + "(?:,? ?(?:i|we|please|to|for|call|send|visit|meet|go|bring|give|see|check|follow|he wants|she wants|with|at|again|demo|deliver|prepare))\\b";

  /** That it is the rep who acts then. */
  private static final String MINE =
      NOT_THE_NEXT_ONES + "(?:,? ?(?:i|we|i'll|we'll|i'm|please|remind)\\b)";

  /** What is only waited for until then, or told. */
  private static final String WAITING =
      "(?:since|last|"
          + EnglishRefusals.UNTIL
          + "|for the past|waited|took|taking|used to|was|were|after|lasts?|lasted|already|broke|failed|came|visited|saw|met|happened|arrived|stopped|called|opens?|starts?|expires?|(?<!tender |bid |bidding )closes?|moves?|launches|arrives|ships|turned up|showed up|runs? out|ran out|lapses)(?: \\w+)?\\s*$"
          + "|\\b(?:was|were) (?!asked|told|invited)(?:\\w+ed|due|meant|supposed)(?: to \\w+)?(?: for| on| by)?\\s*$";

  /** What happens then without the rep. */
  private static final String ELSEWHERE =
      "^.{0,24}?\\b(?:delivery|deliver(?:ed|s)|shipment|ship(?:ped|s)?|arriv(?:e|es|ed|al)|opening|opens|closed|holiday|on leave|expires?|birthday|paid|late|broke|ago)\\b";

  /** Whose time it is, if not the rep's. */
  private static final String OTHERS =
      "(?<!\\b(?:call|see|meet|visit|email|phone|with|to|tell|ask|remind|give|send|show|for|text|ring|reach|catch|message|chase|invite) )"
          + THEY
          + "(?: (?:is|are|will|will be|has|have|opens?|moves?|starts?|leaves?))?\\s*$";

  /** What concerns the rep of somebody else's time. */
  private static final String MEETING =
      "^(?!(?:he|she|they)(?:'ll| will| would)? (?:call|phone|ring|e-?mail|text|tell|inform|let|get back to)s? (?:me|us)\\b)(?:.{0,12}\\b(?:free|available|me|us|sign)\\b)";

  /** What ends in front of a time that is past, a rival's or nobody's. */
  private static final String OVER =
      "\\b(?:competitor|rival)s?(?: \\w+){0,5}\\s*$"
          + "|\\b(?:he|she|they|(?:the|his|her|their) \\w+) (?:comes?|shuts?|moves?|marry|marries|gets? married|leaves?|fly|flies|travels?)(?: (?!me\\b|us\\b|with\\b|to\\b|back\\b|over\\b|here\\b)\\w+){0,3}\\s*$"
          + "|(?:\\b(?:they|he|she)|their \\w+|the \\w+) (?:(?:also|always|usually) )?(?:meets?|pays?|decides?|retires?|delivers?|(?:has|have) (?:a |an )?(?:meeting|surgery|holiday))\\s*$"
          + "|\\b(?:they|he|she) (?:\\w+(?:'t)? ){0,3}(?:pays?|paid)(?: us| me)?\\s*$"
          + "|\\b(?:the|their) \\w+ (?:sits?|meets?|decides?|votes?)(?: (?!me\\b|us\\b|with\\b|to\\b)[\\w']+){0,6}\\s*$"
          + "|\\b(?:their|his|her) (?:[\\w']+ ){0,2}(?:meeting|board|committee|conference|exams?|inspection|audit|anniversary|party|opening|holiday|wedding|trip|surgery|session|launch|fair|exhibition|congress|review) (?:is|are|was|starts?|takes? place|will be|falls|happens)(?: on| at| in)?\\s*$"
          + "|"
          + EnglishRefusals.BEFORE
          + "|\\b(?:they|he|she) (?:is|are|will be) (?!coming|waiting|free|expecting)\\w+ing(?: \\w+){0,5}\\s*$";

  /** What was called off, is over or is refused. */
  private static final String GONE =
      "^(?:cancell?ed|called off)\\b|^ago\\b|" + EnglishRefusals.BEHIND;

  /** What a length of time counts from, or lasts, other than from now. */
  private static final String COUNTED =
      "\\b(?:after (?:delivery|installation|payment|signing|the order)|breakdown|results? (?:come|take)s?|pays?|paying|payment|delivery|delivered|lead time(?: is)?|warranty(?: is)?)\\s*$";

  /** Nothing has to be said behind a mere day: it counts unless something speaks against it. */
  private static final String SHARED = "";

  static final FollowUpTime CUES =
      FollowUpTime.of(
          ASKED, ACTING, MINE, WAITING, ELSEWHERE, OTHERS, MEETING, OVER, GONE, COUNTED, SHARED);

  private EnglishFollowUp() {}
}
