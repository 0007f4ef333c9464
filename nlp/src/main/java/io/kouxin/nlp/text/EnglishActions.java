package io.kouxin.nlp.text;

import java.util.regex.Pattern;

/** How an English memo says what is to be done next: "remind me to", "i'll", or an imperative. */
final class EnglishActions {
  /** Verbs of what a rep does. */
  static final String VERB =
      "(?:call|phone|ring|e-?mail|mail|text|message|send|bring|visit|see|meet|ask|tell|give|show|check|confirm|prepare|follow up|get back|go|come|drop|stop by|deliver|book|order|arrange|schedule|submit|sign|write|make|finish|hand|post|fix|install|pick up|take|remind|invite|quote|update|return|find out|look|try|talk|speak|discuss|present|ship|contact|chase|collect|fill|train|set up|review|reply|answer|offer|draft|forward|share|file|order|get|demo|attend|join|travel|drive|fly)";

  /** Behind these words a verb is no imperative, or goes on with one. */
  private static final String NO_IMPERATIVE =
      "(?<!\\b(?:to|and|or|i|we|you|he|she|they|it|who|that|which|will|would|can|could|should|must|may|might|please|not|never|don't|doesn't|didn't|won't|can't|couldn't|wouldn't|shouldn't|i'll|we'll|he'll|she'll|they'll|i'd|we'd|let's|the|a|an|his|her|their|my|our|your|this|next|last|first|second|sales|phone|conference|video|of|for|on|in|at|with|by|from|no|every|each|another|go|come|help))";

  private static final String OBJECT =
      "(?:him|her|them|it|us|the|a|an|my|our|his|their|this|that|these|those|mister|mr|mrs|ms|miss|dr|doctor|director|some|new|all|one|two|three)";

  private static final Pattern ANNOUNCING =
      Pattern.compile(
          "(?:next step(?: is)?(?: to)?|remind me to|\\b(?:i|we) (?:(?:also|still|really) )?(?:have to|need to|must|will)|\\b(?:i'll|we'll)(?: also)?|asked (?:me|us) to|(?<!(?:n't|not|never) )wants? (?:me|us) to|don't forget to) (?!(?:not|never|admit|say|confess|be (?:honest|fair|careful)|think|wonder|agree that|mention)\\b)"
              + "|(?<!\\b(?:they|he|she|they'll|he'll|she'll|will|would|to) )(?=follow up (?:with|on) )");

  /** Verb and object: what begins a thing to do in speech without punctuation. */
  static final String IMPERATIVE =
      "(?:"
          + VERB
          + " "
          + OBJECT
          + "|(?:go|come|check|get|look|drop|stop|hand|call|ring|bring|send|take|try|talk|speak|meet|follow) (?:back|again|up|in|off|over|out|by|with|to))";

  /** In front of a time more is understood than without one: "i may hand in", "he wants it". */
  private static final Pattern OPENING =
      Pattern.compile(
          "\\b(?:i|we)(?:'m| am|'re| are|'ve| have)? (?:should|may|might|can|could|want to|plan to|going to|planning to|promised (?:(?:him|her|them|\\w+ \\w+) )?to|agreed (?:to|that (?:i|we))|promised that (?:i|we)|told (?:him|her|them) (?:that )?(?:i|we)(?: would|'d|'ll| will)?) "
              + "|\\bwhy don't (?:i|we) |\\bso (?=(?:i|we)\\b)"
              + "|(?<!\\b(?:how|what|that|when|if|which|where|why|before|after|until|as|than|because) )\\b(?=(?:i|we) "
              + VERB
              + "\\b)"
              + "|"
              + NO_IMPERATIVE
              + " (?="
              + IMPERATIVE
              + "\\b)"
              + "|\\b(?=(?:(?:he|she|they)(?:'d)? (?:wants?|expects?|needs?|asked for) (?!to\\b)|(?:i|we) (?:need|owe) ))");

  static final NextActions WORDS =
      new NextActions(
          Pattern.compile(
              "[,;!?\\n]|(?<!\\b(?:dr|mr|ms|mrs|prof))\\.(?!\\d)| (?:and then|but|because|so that's|that's all|anyway|also|by the way)\\b| (?=the (?:second|other|next) "
                  + English.CUSTOMER
                  + "\\b)"),
          Pattern.compile(
              "^(?:(?:'s|'m|'ll|'re) | ?(?:,|and|then|so|um|uh|i'll|i will|i have to|i need to|i must|i am going to|i'm going to|i'm|i am|i|we'll|we will|we have to|we need to|we must|we're|we are|we|to|please)(?![\\w'])| (?=and|then|i|we|to))++"),
          ANNOUNCING,
          OPENING,
          Pattern.compile(
              "(?:(?:^|[ ,]+)(?:by|on|at|before|for|until|around|no later than|not later than|to|is|are|will be|is due|due|um|uh|like))*[ ,]*$"),
          NextActions.Order.ACTION_FIRST);

  private EnglishActions() {}
}
