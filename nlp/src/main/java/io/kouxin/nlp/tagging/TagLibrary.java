package io.kouxin.nlp.tagging;

import io.kouxin.nlp.text.Utterance;
import java.util.Optional;

/**
 * A library of needs and objections that an utterance can be held against. Safe for many threads.
 */
public interface TagLibrary extends AutoCloseable {

  /** Finds what the utterance says; never fails for what was said. */
  Tagging tag(Utterance utterance);

  /** Why it does, or does not, say an entry; empty if there is no entry of this id. */
  Optional<Why> why(Utterance utterance, String entry);

  @Override
  void close();
}
