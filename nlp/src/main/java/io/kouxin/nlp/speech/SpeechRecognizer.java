package io.kouxin.nlp.speech;

import java.util.Locale;

/** Hears words in sound. An implementation may live in this process or in another one. */
public interface SpeechRecognizer extends AutoCloseable {

  /** Whether this language can be heard now; false while its model is missing. */
  boolean ready(Locale language);

  /**
   * Listens to one recording; blocks until it is done.
   *
   * @throws ModelMissing if {@link #ready} is false for the language
   */
  Transcript recognize(Pcm sound, Locale language) throws ModelMissing;

  @Override
  void close();
}
