package io.kouxin.nlp.speech;

import io.kouxin.nlp.speech.UnreadableAudio.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Turns a recording into 16 kHz mono samples, with FFmpeg inside this process. Reads AMR-NB,
 * AMR-WB, Ogg and WebM (Opus, Speex, Vorbis), MP4/M4A/3GP (AAC, AMR), ADTS, MP3, WAV and FLAC, told
 * by content and not by name. What a truncated file still holds is decoded. Safe for several
 * threads.
 */
public final class AudioDecoder {
  private final AudioLimits limits;

  /** Reads no more than the limits allow. */
  public AudioDecoder(AudioLimits limits) {
    this.limits = limits;
  }

  /**
   * Decodes a file, of which no more than the limit is read.
   *
   * @throws UnreadableAudio if it is no recording within the limits
   * @throws IOException if the file cannot be read
   */
  public Pcm decode(Path file) throws IOException, UnreadableAudio {
    try (var in = Files.newInputStream(file)) {
      return decode(in.readNBytes(limits.maxBytes() + 1));
    }
  }

  /**
   * Decodes a whole file.
   *
   * @throws UnreadableAudio if the bytes are no recording within the limits
   */
  public Pcm decode(byte[] bytes) throws UnreadableAudio {
    SoundFormat format = format(bytes);
    CpuBudget budget = CpuBudget.of(limits.maxCpu());
    try {
      return decode(bytes, format, budget);
    } catch (UnreadableAudio e) {
      refuseIfSpent(budget); // then FFmpeg saw an end where we stopped it
      throw e;
    }
  }

  private Pcm decode(byte[] bytes, SoundFormat format, CpuBudget budget) throws UnreadableAudio {
    try (var input = new MemoryInput(bytes, budget);
        var file = SoundFile.open(input, format);
        var codec = SoundCodec.open(file.track());
        var decoding = new Decoding(codec, new PcmBuffer(limits.maxSamples()))) {
      for (var packet = file.next(); packet.isPresent(); packet = file.next()) {
        refuseIfSpent(budget);
        codec.accept(packet.get());
        decoding.drain();
      }
      refuseIfSpent(budget);
      return decoding.finish();
    }
  }

  private SoundFormat format(byte[] bytes) throws UnreadableAudio {
    if (bytes.length == 0) {
      throw new UnreadableAudio(Reason.EMPTY, "no bytes");
    }
    if (bytes.length > limits.maxBytes()) {
      throw new UnreadableAudio(Reason.TOO_BIG, "over " + limits.maxBytes() + " bytes");
    }
    return SoundFormat.of(bytes)
        .orElseThrow(() -> new UnreadableAudio(Reason.NOT_AUDIO, "no sound format begins so"));
  }

  private void refuseIfSpent(CpuBudget budget) throws UnreadableAudio {
    if (budget.spent()) {
      throw new UnreadableAudio(
          Reason.TOO_LONG, "over " + limits.maxCpu().toSeconds() + " s of processor time");
    }
  }

  /** Frames on their way into samples; the resampler follows the frames' kind. */
  private static final class Decoding implements AutoCloseable {
    private final SoundCodec codec;
    private final PcmBuffer samples;
    private Optional<Resampler> resampler = Optional.empty();

    Decoding(SoundCodec codec, PcmBuffer samples) {
      this.codec = codec;
      this.samples = samples;
    }

    void drain() throws UnreadableAudio {
      for (var frame = codec.next(); frame.isPresent(); frame = codec.next()) {
        resampler(frame.get()).accept(frame.get(), samples);
      }
    }

    Pcm finish() throws UnreadableAudio {
      codec.finish();
      drain();
      flush();
      if (samples.isEmpty()) {
        throw new UnreadableAudio(Reason.EMPTY, "no sound in the file");
      }
      return samples.toPcm();
    }

    private Resampler resampler(AVFrame frame) throws UnreadableAudio {
      if (resampler.isPresent() && resampler.get().fits(frame)) {
        return resampler.get();
      }
      flush();
      Resampler made = Resampler.of(frame);
      resampler = Optional.of(made);
      return made;
    }

    private void flush() throws UnreadableAudio {
      if (resampler.isPresent()) {
        resampler.get().finish(samples);
        close();
      }
    }

    @Override
    public void close() {
      resampler.ifPresent(Resampler::close);
      resampler = Optional.empty();
    }
  }
}
