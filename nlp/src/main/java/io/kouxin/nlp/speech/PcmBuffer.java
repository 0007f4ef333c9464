package io.kouxin.nlp.speech;

import java.util.Arrays;
import org.bytedeco.javacpp.ShortPointer;

/** Collects samples up to a limit. */
final class PcmBuffer {
  private final long most;
  private short[] samples = new short[20 * Pcm.RATE];
  private int count;

  PcmBuffer(long most) {
    this.most = most;
  }

  void add(ShortPointer from, int more) throws UnreadableAudio {
    if (count + (long) more > most) {
      throw new UnreadableAudio(
          UnreadableAudio.Reason.TOO_LONG, "over " + most / Pcm.RATE + " seconds");
    }
    if (count + more > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(count + more, 2 * samples.length));
    }
    from.get(samples, count, more);
    count += more;
  }

  Pcm toPcm() {
    return new Pcm(Arrays.copyOf(samples, count));
  }

  boolean isEmpty() {
    return count == 0;
  }
}
