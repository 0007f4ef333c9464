package io.kouxin.nlp.speech;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_UNSPEC;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.ShortPointer;
import org.jspecify.annotations.Nullable;

/** Turns frames of one rate, layout and sample format into 16 kHz, one channel, 16 bits. */
final class Resampler implements AutoCloseable {
  private final SwrContext context = new SwrContext(null);
  private final int rate;
  private final int channels;
  private final int format;

  private Resampler(AVFrame frame) {
    this.rate = frame.sample_rate();
    this.channels = frame.ch_layout().nb_channels();
    this.format = frame.format();
  }

  static Resampler of(AVFrame frame) throws UnreadableAudio {
    var made = new Resampler(frame);
    try (var mono = new AVChannelLayout();
        var layout = new AVChannelLayout()) {
      av_channel_layout_default(mono, 1);
      boolean unsaid = frame.ch_layout().order() == AV_CHANNEL_ORDER_UNSPEC;
      av_channel_layout_default(layout, made.channels);
      var in = unsaid ? layout : frame.ch_layout();
      Ffmpeg.check(
          swr_alloc_set_opts2(
              made.context, mono, AV_SAMPLE_FMT_S16, Pcm.RATE, in, made.format, made.rate, 0, null),
          "resampler");
      Ffmpeg.check(swr_init(made.context), "resampler");
      av_channel_layout_uninit(layout);
      return made;
    } catch (UnreadableAudio | RuntimeException | Error e) {
      made.close();
      throw e;
    }
  }

  /** Whether the frame is of the kind this was made for; some recordings change on the way. */
  boolean fits(AVFrame frame) {
    return frame.sample_rate() == rate
        && frame.ch_layout().nb_channels() == channels
        && frame.format() == format;
  }

  void accept(AVFrame frame, PcmBuffer into) throws UnreadableAudio {
    convert(frame.extended_data(), frame.nb_samples(), into);
  }

  /** Hands over what the filter still holds. */
  void finish(PcmBuffer into) throws UnreadableAudio {
    convert(null, 0, into);
  }

  private void convert(@Nullable PointerPointer<?> in, int count, PcmBuffer into)
      throws UnreadableAudio {
    int room = Math.max(1, swr_get_out_samples(context, count));
    try (var samples = new ShortPointer(room);
        var out = new PointerPointer<ShortPointer>(1)) {
      out.put(0, samples); // given to the constructor, it would be taken for the array itself
      int made = Ffmpeg.check(swr_convert(context, out, room, in, count), "resampler");
      into.add(samples, made);
    }
  }

  @Override
  public void close() {
    swr_free(context);
    context.close();
  }
}
