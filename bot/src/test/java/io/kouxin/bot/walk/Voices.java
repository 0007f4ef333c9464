package io.kouxin.bot.walk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The English memos that the speech room's tests use: flite's voice, coded as AMR-NB. */
final class Voices {
  private static final String FOLDER = "/io/kouxin/nlp/speech/memos/";

  private Voices() {}

  static byte[] memo(String name) {
    try (InputStream in = Voices.class.getResourceAsStream(FOLDER + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ServiceClient.Upload note(String name) {
    return new ServiceClient.Upload(name, "audio/amr", memo(name));
  }
}
