package io.kouxin.nlp.tagging;

import io.kouxin.nlp.text.Utterance;

/**
 * A library of needs and objections that an utterance can be held against. Safe for many threads.
 */
public interface TagLibrary extends AutoCloseable {

  /** Finds what the utterance says; never fails for what was said. */
  Tagging tag(Utterance utterance);

  @Override
  void close();
}
