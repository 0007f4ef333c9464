package io.kouxin.nlp.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The models that are in the jar; each cuts its own way and has a basis of its own. */
enum BgeModel {
  CHINESE(Locale.CHINESE, "bge-small-zh-v1.5-q", 512),
  ENGLISH(Locale.ENGLISH, "bge-small-en-v1.5-q", 384);

  private final Locale language;
  private final String name;
  private final int numbers;

  BgeModel(Locale language, String name, int numbers) {
    this.language = language;
    this.name = name;
    this.numbers = numbers;
  }

  static BgeModel of(Locale language) throws NoEncoderException {
    return Arrays.stream(values())
        .filter(model -> model.language.getLanguage().equals(language.getLanguage()))
        .findFirst()
        .orElseThrow(
            () ->
                new NoEncoderException(
                    "there is no sentence model for " + language.toLanguageTag()));
  }

  Locale language() {
    return language;
  }

  /** Numbers of its vectors. */
  int numbers() {
    return numbers;
  }

  InputStream weights() throws IOException {
    return open(".onnx");
  }

  InputStream tokenizer() throws IOException {
    return open("-tokenizer.json");
  }

  InputStream basis() throws IOException {
    return open("-basis.f32");
  }

  /** Layers that were trained on; none for a model that is used as it came. */
  Optional<InputStream> trained() {
    return Optional.ofNullable(BgeModel.class.getResourceAsStream(name + "-trained.safetensors"));
  }

  private InputStream open(String end) throws IOException {
    InputStream found = BgeModel.class.getResourceAsStream(name + end);
    if (found == null) {
      throw new IOException(name + end + " is not in the jar");
    }
    return found;
  }
}
