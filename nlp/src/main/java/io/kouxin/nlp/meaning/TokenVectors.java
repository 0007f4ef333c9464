package io.kouxin.nlp.meaning;

import java.util.List;

/**
 * The tokens of a text with their vectors. The cosine of two vectors is their inner product.
 *
 * @param tokens in order
 * @param vectors one row a token, {@link #DIMENSIONS} numbers each, of length 1; not copied, never
 *     written to
 */
@SuppressWarnings("ArrayRecordComponent") // some 30 KB a memo: no copies
public record TokenVectors(List<Token> tokens, float[][] vectors) {
  /** Numbers of a vector. */
  public static final int DIMENSIONS = Basis.KEPT;

  public TokenVectors {
    tokens = List.copyOf(tokens);
  }

  /**
   * A Chinese character, a word, or a part of a word.
   *
   * @param id its number in the vocabulary
   * @param start index of its first character in the text
   * @param end index behind the last one
   */
  public record Token(int id, int start, int end) {}

  /** How many tokens. */
  public int size() {
    return tokens.size();
  }
}
