package io.kouxin.nlp.speech;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A speech model that Kouxin can get by name.
 *
 * @param name also the name of its folder
 * @param language what it hears
 * @param bundled whether it is part of this program; if not, it is fetched
 * @param size bytes of its zip, where known
 * @param sha256 of its zip in lower-case hexadecimal, where known
 */
public record KnownModel(
    String name, Locale language, boolean bundled, OptionalLong size, Optional<String> sha256) {

  /** The English model that is part of this program. */
  public static final KnownModel ENGLISH =
      new KnownModel(
          "vosk-model-small-en-us-0.15",
          Locale.ENGLISH,
          true,
          OptionalLong.empty(),
          Optional.empty());

  /** The small Chinese model: 42 MB. */
  public static final KnownModel CHINESE =
      new KnownModel(
          "vosk-model-small-cn-0.22",
          Locale.CHINESE,
          false,
          OptionalLong.of(43_898_754),
          Optional.of("3af8b0e7e0f835ae9d414ce5df580237a3cfb08d586c9fbbb0f7ff29ad5b14ba"));

  /**
   * The large Chinese model: 1.3 GB, fewer errors, several GB of memory. Its sum is published
   * nowhere.
   */
  public static final KnownModel CHINESE_LARGE =
      new KnownModel(
          "vosk-model-cn-0.22", Locale.CHINESE, false, OptionalLong.empty(), Optional.empty());

  /** All of them. */
  public static final List<KnownModel> ALL = List.of(ENGLISH, CHINESE, CHINESE_LARGE);

  /** The model of that name, or empty. */
  public static Optional<KnownModel> of(String name) {
    return ALL.stream().filter(model -> model.name().equals(name)).findFirst();
  }

  String zip() {
    return name + ".zip";
  }
}
