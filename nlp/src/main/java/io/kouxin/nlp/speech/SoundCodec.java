package io.kouxin.nlp.speech;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Turns packets into frames of samples, with decoders of an allow-list, each chosen by name. */
final class SoundCodec implements AutoCloseable {
  private static final Map<Integer, String> DECODERS =
      Map.ofEntries(
          // FFmpeg's own AMR decoders leave out the frames of silence: 30 s came out as 24.5 s.
          Map.entry(AV_CODEC_ID_AMR_NB, "libopencore_amrnb"),
          Map.entry(AV_CODEC_ID_AMR_WB, "libopencore_amrwb"),
          Map.entry(AV_CODEC_ID_OPUS, "libopus"),
          Map.entry(AV_CODEC_ID_SPEEX, "libspeex"),
          Map.entry(AV_CODEC_ID_VORBIS, "vorbis"),
          Map.entry(AV_CODEC_ID_FLAC, "flac"),
          Map.entry(AV_CODEC_ID_AAC, "aac"),
          Map.entry(AV_CODEC_ID_MP3, "mp3float"),
          Map.entry(AV_CODEC_ID_PCM_U8, "pcm_u8"),
          Map.entry(AV_CODEC_ID_PCM_S16LE, "pcm_s16le"),
          Map.entry(AV_CODEC_ID_PCM_S24LE, "pcm_s24le"),
          Map.entry(AV_CODEC_ID_PCM_S32LE, "pcm_s32le"),
          Map.entry(AV_CODEC_ID_PCM_F32LE, "pcm_f32le"),
          Map.entry(AV_CODEC_ID_PCM_ALAW, "pcm_alaw"),
          Map.entry(AV_CODEC_ID_PCM_MULAW, "pcm_mulaw"));

  private final AVCodecContext context;
  private final AVFrame frame;

  private SoundCodec(AVCodecContext context) {
    this.context = context;
    this.frame = Ffmpeg.allocated(av_frame_alloc());
  }

  /** The names of all decoders we use, as FFmpeg's lists are written. */
  static String allowed() {
    return String.join(",", new TreeSet<>(DECODERS.values()));
  }

  static SoundCodec open(AVStream track) throws UnreadableAudio {
    AVCodec decoder = decoder(track.codecpar().codec_id());
    AVCodecContext context = Ffmpeg.allocated(avcodec_alloc_context3(decoder));
    try {
      Ffmpeg.check(avcodec_parameters_to_context(context, track.codecpar()), "parameters");
      context.pkt_timebase(track.time_base());
      context.thread_count(1); // the processor time of this thread is what we limit
      Ffmpeg.check(avcodec_open2(context, decoder, (AVDictionary) null), "decoder");
      return new SoundCodec(context);
    } catch (UnreadableAudio | RuntimeException | Error e) {
      avcodec_free_context(context);
      throw e;
    }
  }

  private static AVCodec decoder(int codec) throws UnreadableAudio {
    String name = DECODERS.get(codec);
    if (name == null) {
      throw new UnreadableAudio(
          UnreadableAudio.Reason.NOT_AUDIO, "codec " + avcodec_get_name(codec).getString());
    }
    AVCodec decoder = avcodec_find_decoder_by_name(name);
    return Ffmpeg.allocated(decoder == null ? avcodec_find_decoder(codec) : decoder);
  }

  /** Takes a packet in; one it cannot read is passed over. */
  void accept(AVPacket packet) {
    avcodec_send_packet(context, packet);
  }

  /** No more packets will come. */
  void finish() {
    avcodec_send_packet(context, null);
  }

  /** The next frame, good until the next call; empty when it needs another packet. */
  Optional<AVFrame> next() {
    return avcodec_receive_frame(context, frame) < 0 ? Optional.empty() : Optional.of(frame);
  }

  @Override
  public void close() {
    av_frame_free(frame);
    avcodec_free_context(context);
  }
}
