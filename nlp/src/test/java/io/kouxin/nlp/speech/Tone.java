package io.kouxin.nlp.speech;

/** How strong one frequency is in a sound, by Goertzel's formula. */
final class Tone {
  private Tone() {}

  /** The strongest of the frequencies 50, 60, 70 to 4,000 Hz. */
  static double strongest(Pcm sound) {
    double best = 0;
    double power = -1;
    for (int hertz = 50; hertz <= 4000; hertz += 10) {
      double here = power(sound.samples(), hertz);
      if (here > power) {
        power = here;
        best = hertz;
      }
    }
    return best;
  }

  /** The share of the whole energy that lies at a frequency, 0 to 1. */
  static double share(Pcm sound, double hertz) {
    double all = 0;
    for (short sample : sound.samples()) {
      all += (double) sample * sample;
    }
    return 2 * power(sound.samples(), hertz) / (all * sound.samples().length);
  }

  private static double power(short[] samples, double hertz) {
    double turn = 2 * Math.cos(2 * Math.PI * hertz / Pcm.RATE);
    double last = 0;
    double before = 0;
    for (short sample : samples) {
      double now = sample + turn * last - before;
      before = last;
      last = now;
    }
    return last * last + before * before - turn * last * before;
  }
}
