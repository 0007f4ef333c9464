package io.kouxin.nlp.text;

import java.util.List;

/** The time expressions of one language. */
interface TimeGrammar {

  /** Every expression of the text, in order, none overlapping; vague ones have no time. */
  List<TimeMention> find();
}
