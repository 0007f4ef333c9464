package io.kouxin.nlp.text;

import java.util.List;
import java.util.regex.Pattern;

/** How an English memo tells of going from customer to customer. */
final class EnglishRound {
  private static final String LATER =
      "(?:(?:and |but )?(?:then|after that|after this|afterwards?|later(?: on)?|next|from there|finally|(?:in the|this) (?:morning|afternoon|evening)|after lunch|around noon))";
  private static final String GONE =
      "(?:went|drove|headed|popped|moved|walked|came|got|called|stopped|dropped|travelled|traveled|visited|met|saw|was|were|spoke|had (?:a |another )?(?:meeting|visit|call))(?: (?:on|over|back|round|around|in|by|off|out|along|straight))*(?: (?:to|at|in|by|with|into|from))?";

  /** Somebody at the place who was met. */
  private static final String WHOM =
      "(?: (?!him\\b|her\\b|them\\b|it\\b)[a-z][a-z'. -]{1,28}? (?:at|from|of))?";

  private static final String THEIR =
      "(?: the(?: (?:team|people|buyer|lab|staff) (?:at|of|from))?)?";
  private static final String NOT_OTHERS =
      "(?<!\\b(?:he|she|they|who|it|doctor|team|buyer|manager|director|said|says|say|that|will|is|are) )";
  private static final String BEGIN = "(?<=^|[.;!?,\\n] |[.;!?,\\n])";
  private static final String MENTIONED =
      "^[^.;!?]{0,12}?\\b(?:also|too|uses?|using|used|recommended|compared)\\b";
  private static final String NEVER = "(?!)";

  static final RoundWords WORDS =
      new RoundWords(
          new RoundWords.Opening(
              60,
              Pattern.compile(
                  "\\b(?:he|she|they|their|like|unlike|same|heard|hear|says?|said|told|tell|compared|than|last|uses?|used|using|recommended|instead|tomorrow|will|plan|planning)\\b"),
              Pattern.compile(MENTIONED)),
          List.of(
              lead(
                  "(?:"
                      + NOT_OTHERS
                      + "\\b"
                      + LATER
                      + ",? (?:i|we)(?:'ve| have)? |"
                      + BEGIN
                      + LATER
                      + ",? )(?:(?:just|also|then) )?"
                      + GONE
                      + WHOM
                      + THEIR
                      + " ",
                  ""),
              lead(
                  NOT_OTHERS
                      + "\\b(?:and )?(?:i|we)(?: also| just| then)? (?:went|drove|headed|popped|moved)(?: (?:on|over|back|round))* to"
                      + THEIR
                      + " ",
                  ""),
              lead(
                  BEGIN
                      + "(?:and )?(?:i |we )?(?:also |then )(?:visited|met|saw|called)"
                      + WHOM
                      + THEIR
                      + " ",
                  ""),
              lead(
                  BEGIN
                      + "(?:visited|went to|drove to|stopped (?:at|by)|met|saw)"
                      + WHOM
                      + THEIR
                      + " ",
                  ""),
              lead(BEGIN + LATER + ",? at" + THEIR + " ", ""),
              lead(
                  BEGIN + "(?:and )?(?:(?:i|we) )?(?:(?:was|were) )?at" + THEIR + " ",
                  "^,? (?:(?:in the|this) (?:afternoon|evening)|after lunch|later)\\b"),
              new RoundWords.Lead(
                  Pattern.compile(
                      NOT_OTHERS
                          + "\\b(?:in the|this) (?:afternoon|evening),? (?:i was |we were )?at"
                          + THEIR
                          + " $"),
                  Pattern.compile(""),
                  Pattern.compile(RoundWords.NAME + ",? (?:in the|this) morning\\b")),
              new RoundWords.Lead(
                  Pattern.compile(
                      BEGIN + "(?:and )?(?:then|next|after that|second(?:ly)?|finally),? $"),
                  Pattern.compile("^(?!'s)(?!" + MENTIONED.substring(1) + ")"),
                  Pattern.compile(
                      "\\bfirst(?:ly)?\\b[^.!?]*"
                          + RoundWords.NAME
                          + "|"
                          + RoundWords.NAME
                          + " first\\b"))),
          Pattern.compile(
              "\\b(?:he|she|they|who|we all|[a-z]+) (?:then )?(?:went|drove|flew|was|were|moved|visited)(?: (?:over|on|back))?(?: (?:to|at|in))? (?:the )?$"),
          new RoundWords.Counted(
              Pattern.compile(
                  "\\b(?:visited|saw|did|had|made|met) (?<n>several|two|three|four|five|six|[2-6]) (?:customers?|clients?|visits?|places|hospitals|clinics|calls|sites|accounts)(?: (?:today|yesterday|this (?:morning|afternoon)))?\\b[.:,; -]*"),
              List.of("several", "two", "three", "four", "five", "six"),
              Pattern.compile(
                  "(?<=[.;:!?\\n,] |[.;:!?\\n])(?:(?:and )?(?:first|second|third|one (?:was|is)|the (?:other|second|third)(?: one)? (?:was|is)|then|next|finally),? )?$"),
              Pattern.compile(NEVER)),
          new RoundWords.Filling(
              Pattern.compile(
                  "[\\s.,;:!?-]|\\b(?:and|then|in the|this|morning|afternoon|today)\\b"),
              8,
              Pattern.compile("[.!?\\n]")));

  private EnglishRound() {}

  private static RoundWords.Lead lead(String before, String behind) {
    return new RoundWords.Lead(
        Pattern.compile("(?:" + before + ")$"), Pattern.compile(behind), Pattern.compile(""));
  }
}
