package io.kouxin.nlp.speech;

import java.util.Locale;

/**
 * There is no speech model for a language yet; the recording can be heard as soon as there is one.
 */
public final class ModelMissing extends Exception {
  private static final long serialVersionUID = 1L;

  /** For the language that cannot be heard. */
  public ModelMissing(Locale language) {
    super("no speech model for " + language.toLanguageTag());
  }

  /** For the language that cannot be heard, with what went wrong when its model was loaded. */
  public ModelMissing(Locale language, Throwable cause) {
    this(language);
    initCause(cause);
  }
}
