package io.kouxin.nlp.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Recordings among the test resources. */
final class Recordings {
  private Recordings() {}

  /** A file of the folder {@code clips}: see {@code make-clips.sh}. */
  static byte[] clip(String name) {
    return bytes("clips/" + name);
  }

  /** A file of the folder {@code memos}: see {@code make-memos.sh}. */
  static byte[] memo(String name) {
    return bytes("memos/" + name);
  }

  static byte[] bytes(String path) {
    try (var in = Recordings.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tone of full seconds at half amplitude. */
  static Pcm tone(double hertz, double seconds) {
    var samples = new short[(int) (seconds * Pcm.RATE)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (16_384 * Math.sin(2 * Math.PI * hertz * i / Pcm.RATE));
    }
    return new Pcm(samples);
  }

  /** Silence. */
  static Pcm silence(double seconds) {
    return new Pcm(new short[(int) (seconds * Pcm.RATE)]);
  }
}
