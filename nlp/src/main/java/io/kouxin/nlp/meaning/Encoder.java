package io.kouxin.nlp.meaning;

import java.util.Locale;

/**
 * Gives each token of a text a vector that depends on the words around it. Safe for many threads.
 */
public interface Encoder extends AutoCloseable {

  /** What it was made for; vectors of two encoders tell nothing about each other. */
  Locale language();

  /**
   * The tokens of a text with their vectors.
   *
   * @param plain text in one plain spelling, any length; what is too long to be encoded in a second
   *     or so is left out at the end
   * @return without any token for a text without words
   */
  TokenVectors encode(String plain);

  /** Using it afterwards is a bug and fails. */
  @Override
  void close();
}
