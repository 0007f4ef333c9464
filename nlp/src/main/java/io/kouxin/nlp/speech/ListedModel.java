package io.kouxin.nlp.speech;

import java.util.Locale;
import java.util.Optional;

/**
 * A model as {@link ModelStore#list} shows it.
 *
 * @param language empty for a model added by hand under a name that the catalogue does not have
 */
public record ListedModel(String name, Optional<Locale> language, State state) {
  /** Where a model is. */
  public enum State {
    /** On disk. */
    READY,
    /** Part of this program; unpacked at first use. */
    BUNDLED,
    /** To be fetched or added. */
    MISSING
  }
}
