package io.kouxin.nlp.speech;

import java.time.Duration;

/**
 * How much of one recording we read, so that no file can hold a worker or fill the memory.
 *
 * @param maxBytes most bytes of a file; more is {@link UnreadableAudio.Reason#TOO_BIG}
 * @param maxSeconds most seconds of sound; more is {@link UnreadableAudio.Reason#TOO_LONG}
 * @param maxCpu most processor time for one file; more is also {@code TOO_LONG}
 */
public record AudioLimits(int maxBytes, int maxSeconds, Duration maxCpu) {
  public AudioLimits {
    if (maxBytes < 1 || maxSeconds < 1 || !maxCpu.isPositive()) {
      throw new IllegalArgumentException(
          "limits must be positive: " + maxBytes + ", " + maxSeconds + ", " + maxCpu);
    }
  }

  /** 30 MB, ten minutes, 20 seconds of processor time: ten times a chat platform's longest note. */
  public static AudioLimits standard() {
    return new AudioLimits(30_000_000, 600, Duration.ofSeconds(20));
  }

  long maxSamples() {
    return (long) maxSeconds * Pcm.RATE;
  }
}
