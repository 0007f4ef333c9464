package io.kouxin.bot.wiring;

import io.kouxin.bot.hearing.Preference;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How recordings are heard.
 *
 * @param language of people whose own is not known (KOUXIN_SPEECH_LANGUAGE)
 * @param engine who listens; {@code vosk} for now (KOUXIN_SPEECH_ENGINE)
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

  int threads() {
    return parallelism > 0
        ? parallelism
        : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }
}
