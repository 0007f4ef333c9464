package io.kouxin.bot.customer;

import io.kouxin.nlp.text.Span;

/**
 * A customer that words may mean.
 *
 * @param score 0 to 1; only for ranking
 * @param span where it was said, in the raw words
 * @param how it was found
 * @param certain whether it may be written down without asking: it was said plainly, and nobody
 *     else is called or sounds like that
 */
public record CustomerMatch(Customer customer, double score, Span span, How how, boolean certain) {

  /** By what a customer was found. */
  public enum How {
    NAME,
    ALIAS,
    CODE,
    /** Other characters that sound the same, as a recogniser writes them. */
    SOUND,
    /** Only somebody who works there was mentioned. */
    CONTACT
  }
}
