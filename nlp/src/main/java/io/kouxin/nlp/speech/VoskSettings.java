package io.kouxin.nlp.speech;

import java.util.List;
import java.util.Map;

/**
 * How Vosk listens.
 *
 * @param parallelism recordings at once, at least 1; each takes a thread and some 60 MB
 * @param models names of models by language ({@code en}, {@code zh}); the first one that is there
 *     when the language is first heard is used from then on
 */
public record VoskSettings(int parallelism, Map<String, List<String>> models) {
  public VoskSettings {
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism must be at least 1, not " + parallelism);
    }
    models = Map.copyOf(models);
  }

  /** All cores but one, at least one; the models of the catalogue, the larger Chinese one first. */
  public static VoskSettings standard() {
    return new VoskSettings(
        Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
        Map.of(
            "en",
            List.of(KnownModel.ENGLISH.name()),
            "zh",
            List.of(KnownModel.CHINESE_LARGE.name(), KnownModel.CHINESE.name())));
  }
}
