package io.kouxin.nlp.text;

import java.math.BigDecimal;
import java.util.List;

/** The grammar of one language. Everything works on plain text; see {@link PlainText}. */
interface Language {

  /** The time expressions of a text. */
  TimeGrammar times(String text, Today today);

  /** How the one follow-up time is told from other times. */
  FollowUpTime followUp();

  /** Business quantities, in order. */
  List<Found<AmountValue>> amounts(String text);

  /** People on the customer's side, in order. */
  List<Found<PersonName>> people(String text);

  /** What is to be done next. */
  NextActions nextActions();

  /** Where one thought ends. */
  Clauses clauses();

  /** Where one visit ends. */
  Visits visits();

  /** Something found in plain text. */
  record Found<T>(int start, int end, T value) {
    boolean overlaps(int from, int to) {
      return start < to && from < end;
    }
  }

  /** A quantity without its words. */
  record AmountValue(BigDecimal value, String unit) {}

  /** A person without their words. */
  record PersonName(String name, String role) {}
}
