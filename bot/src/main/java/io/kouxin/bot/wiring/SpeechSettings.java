package io.kouxin.bot.wiring;

import io.kouxin.bot.hearing.Preference;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How recordings are heard.
 *
 * @param language of people whose own is not known (KOUXIN_SPEECH_LANGUAGE)
 * @param engine who listens: {@code vosk} on this machine, {@code openai-compatible} for a server,
 *     or {@code platform} for whoever brings the note (KOUXIN_SPEECH_ENGINE)
 * @param server the server that listens, if one does
 * @param model which model hears which language
 * @param parallelism how many notes are heard at once, 0 for one less than the processors
 *     (KOUXIN_SPEECH_PARALLELISM)
 * @param prefer whose words count where the platform brings its own with a note: {@code own},
 *     {@code platform} or {@code better} (KOUXIN_SPEECH_PREFER)
 * @param fetch whether a missing model is fetched in the background (KOUXIN_SPEECH_FETCH)
 */
@ConfigurationProperties("kouxin.speech")
record SpeechSettings(
    @DefaultValue("zh") Locale language,
    @DefaultValue("vosk") String engine,
    @DefaultValue Server server,
    @DefaultValue Model model,
    @DefaultValue("0") int parallelism,
    @DefaultValue("better") Preference prefer,
    @DefaultValue("true") boolean fetch) {

  /**
   * Which model hears which language.
   *
   * @param zh Chinese (KOUXIN_SPEECH_MODEL_ZH)
   * @param en English (KOUXIN_SPEECH_MODEL_EN)
   */
  record Model(
      @DefaultValue("vosk-model-small-cn-0.22") String zh,
      @DefaultValue("vosk-model-small-en-us-0.15") String en) {}

  /**
   * A server that speaks OpenAI's {@code /v1/audio/transcriptions}. Recordings go to no other host.
   *
   * @param url its base, such as http://10.0.0.5:8000/v1 (KOUXIN_SPEECH_SERVER_URL)
   * @param model as the server calls it (KOUXIN_SPEECH_SERVER_MODEL)
   * @param key that it wants, never logged; none if empty (KOUXIN_SPEECH_SERVER_KEY)
   * @param timeout of one try (KOUXIN_SPEECH_SERVER_TIMEOUT)
   */
  record Server(
      @DefaultValue("") String url,
      @DefaultValue("") String model,
      @DefaultValue("") String key,
      @DefaultValue("20s") Duration timeout) {
    /** Without the key. */
    @Override
    public String toString() {
      return "Server[url=" + url + ", model=" + model + "]";
    }
  }

  /** Who listens. */
  enum Engine {
    VOSK,
    OPENAI_COMPATIBLE,
    PLATFORM;

    static Engine of(String name) {
      for (Engine engine : values()) {
        if (engine.name().replace('_', '-').equalsIgnoreCase(name.strip())) {
          return engine;
        }
      }
      throw new WrongSetting(
          "kouxin.speech.engine",
          "it is 'vosk', 'openai-compatible' or 'platform', not '" + name + "'.");
    }
  }

  Engine listener() {
    return Engine.of(engine);
  }

  /** Whose words count: with the platform as the engine there are no others to prefer. */
  Preference preference() {
    return listener() == Engine.PLATFORM ? Preference.PLATFORM : prefer;
  }

  /** Whether models are fetched: not where the platform's words are all that is wanted. */
  boolean fetches() {
    return fetch && listener() != Engine.PLATFORM;
  }

  /** The language whose model must be here; none where somebody else listens. */
  Locale needed() {
    return listener() == Engine.VOSK ? language : Locale.ROOT;
  }

  int threads() {
    return parallelism > 0
        ? parallelism
        : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }
}
