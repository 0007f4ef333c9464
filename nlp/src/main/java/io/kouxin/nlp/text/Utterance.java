package io.kouxin.nlp.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody said, read once. All spans point into {@link #raw()}.
 *
 * @param raw the words as they arrived
 * @param language the language they were read in
 * @param clauses the parts that are matched one by one, in order, none blank
 * @param people everybody who was mentioned, in order
 * @param amounts business quantities, in order
 * @param due the one follow-up time, empty when none was asked for
 * @param nextAction what is to be done next, in the rep's own words, empty when none was said
 */
public record Utterance(
    String raw,
    Locale language,
    List<Span> clauses,
    List<PersonMention> people,
    List<Amount> amounts,
    Optional<Due> due,
    Optional<String> nextAction) {
  public Utterance {
    clauses = List.copyOf(clauses);
    people = List.copyOf(people);
    amounts = List.copyOf(amounts);
  }
}
