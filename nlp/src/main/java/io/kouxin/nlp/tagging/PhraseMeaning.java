package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.TokenVectors;

/**
 * What a phrase means, ready to be compared.
 *
 * @param said its tokens and their vectors
 * @param weights what each token says
 * @param total the sum of the weights
 * @param centres which of the {@link Centres} each token is near
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of them: no copies
record PhraseMeaning(TokenVectors said, double[] weights, double total, short[] centres) {
  /** The commonest token still says this: the sense of a phrase hangs on its small words, too. */
  private static final double LEAST = 0.1;

  static PhraseMeaning of(TokenVectors vectors, Weights weights, Centres centres) {
    double[] said = new double[vectors.size()];
    double total = 0;
    for (int i = 0; i < said.length; i++) {
      said[i] = Math.max(LEAST, weights.of(gram(vectors.tokens().get(i))));
      total += said[i];
    }
    return new PhraseMeaning(vectors, said, total, centres.nearest(vectors.vectors()));
  }

  /** The name under which a token is counted and weighed. */
  static String gram(TokenVectors.Token token) {
    return Integer.toString(token.id());
  }

  /** One row a token. */
  float[][] vectors() {
    return said.vectors();
  }

  int size() {
    return weights.length;
  }
}
