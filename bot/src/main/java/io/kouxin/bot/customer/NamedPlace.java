package io.kouxin.bot.customer;

import io.kouxin.nlp.text.Span;
import java.util.List;

/**
 * A place in a memo where a customer is called plainly.
 *
 * @param span where, in the raw words
 * @param meant whom the words may mean, best first; several where others are called alike or sound
 *     like that
 */
public record NamedPlace(Span span, List<CustomerMatch> meant) {
  public NamedPlace {
    meant = List.copyOf(meant);
  }
}
