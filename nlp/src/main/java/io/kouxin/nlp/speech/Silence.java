package io.kouxin.nlp.speech;

/**
 * Tells silence from sound. The recording is cut into frames of 20 ms; a frame's level is {@code 20
 * log10(rms / 32768)} dB of full scale. It is silent if fewer than five frames, 100 ms in all,
 * reach −55 dB: shorter than any word, and quieter than a voice two metres away.
 */
final class Silence {
  private static final int FRAME = Pcm.RATE / 50;
  private static final int LOUD_FRAMES = 5;
  private static final double FLOOR_DB = -55;
  private static final double FLOOR_MEAN_SQUARE = Math.pow(32_768 * Math.pow(10, FLOOR_DB / 20), 2);

  private Silence() {}

  static boolean in(Pcm sound) {
    short[] samples = sound.samples();
    int loud = 0;
    for (int from = 0; from < samples.length && loud < LOUD_FRAMES; from += FRAME) {
      int to = Math.min(from + FRAME, samples.length);
      loud += meanSquare(samples, from, to) >= FLOOR_MEAN_SQUARE ? 1 : 0;
    }
    return loud < LOUD_FRAMES;
  }

  private static double meanSquare(short[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return sum / (to - from);
  }
}
