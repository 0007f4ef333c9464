package io.kouxin.nlp.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * Decoded sound: 16 kHz, one channel, signed 16-bit samples.
 *
 * @param samples amplitude per sample, −32768 to 32767; not copied, do not change it
 */
@SuppressWarnings("ArrayRecordComponent") // a minute of sound is a million samples: no copies
public record Pcm(short[] samples) {
  /** Samples a second, in Hz. */
  public static final int RATE = 16_000;

  /** Length in seconds. */
  public double seconds() {
    return (double) samples.length / RATE;
  }

  /** SHA-256 of the samples as little-endian 16-bit numbers, in lower-case hexadecimal. */
  public String sha256() {
    var bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return HexFormat.of().formatHex(Sha256.digest().digest(bytes.array()));
  }
}
