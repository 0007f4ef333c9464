package io.kouxin.nlp.speech;

import java.util.Locale;

/** There is nothing that hears a language yet; the recording can be heard as soon as there is. */
public sealed class ModelMissing extends Exception permits ServerAway {
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
