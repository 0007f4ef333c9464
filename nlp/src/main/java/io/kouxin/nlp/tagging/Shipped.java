package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.TokenVectors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file of what was learned, in the jar beside this class.
 *
 * @param name its name, without a folder
 */
record Shipped(String name) {
  /** Its lines, of a file in UTF-8. */
  List<String> lines() {
    return new String(bytes(), StandardCharsets.UTF_8).lines().toList();
  }

  /** Its rows of {@link TokenVectors#DIMENSIONS} numbers, of a file of big-endian floats. */
  float[][] vectors() {
    FloatBuffer numbers = ByteBuffer.wrap(bytes()).asFloatBuffer();
    float[][] rows = new float[numbers.remaining() / TokenVectors.DIMENSIONS][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = new float[TokenVectors.DIMENSIONS];
      numbers.get(rows[r]);
    }
    return rows;
  }

  private byte[] bytes() {
    try (InputStream in = Shipped.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
