package io.kouxin.nlp.speech;

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
}
