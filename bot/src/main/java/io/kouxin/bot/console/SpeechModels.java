package io.kouxin.bot.console;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** What the page needs to know about the speech models. */
interface SpeechModels {

  /** Each model that this service wants, and how far it is. */
  List<Model> models();

  /**
   * A speech model.
   *
   * @param done bytes fetched so far
   * @param total bytes to fetch, 0 while unknown
   * @param message why it failed or what to do, may be empty
   */
  record Model(
      String name, Language language, State state, long done, long total, String message) {}

  /** How far a model is. */
  enum State {
    READY,
    FETCHING,
    MISSING,
    FAILED;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
