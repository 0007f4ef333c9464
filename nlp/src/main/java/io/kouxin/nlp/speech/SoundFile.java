package io.kouxin.nlp.speech;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** An open recording: its sound track, packet by packet. */
final class SoundFile implements AutoCloseable {
  private final AVFormatContext context;
  private final AVPacket packet;
  private final int track;

  private SoundFile(AVFormatContext context, int track) {
    this.context = context;
    this.track = track;
    this.packet = Ffmpeg.allocated(av_packet_alloc());
  }

  /** Reads the head of the file. The input stays open, and belongs to the caller. */
  static SoundFile open(MemoryInput input, SoundFormat format) throws UnreadableAudio {
    AVFormatContext context = Ffmpeg.allocated(avformat_alloc_context());
    try {
      context.pb(input.context());
      openInput(context, format);
      Ffmpeg.check(avformat_find_stream_info(context, (AVDictionary) null), "no stream");
      return new SoundFile(context, soundTrack(context));
    } catch (UnreadableAudio | RuntimeException | Error e) {
      close(context);
      throw e;
    }
  }

  private static void openInput(AVFormatContext context, SoundFormat format)
      throws UnreadableAudio {
    var options = new AVDictionary(null);
    try {
      // A sound track may name other files or addresses: none may be opened.
      av_dict_set(options, "protocol_whitelist", "none", 0);
      av_dict_set(options, "codec_whitelist", SoundCodec.allowed(), 0);
      av_dict_set(options, "max_streams", "16", 0);
      av_dict_set(options, "probesize", "1000000", 0);
      av_dict_set(options, "analyzeduration", "5000000", 0);
      var demuxer = av_find_input_format(format.demuxer());
      Ffmpeg.check(avformat_open_input(context, (String) null, demuxer, options), "not " + format);
    } finally {
      av_dict_free(options);
    }
  }

  private static int soundTrack(AVFormatContext context) throws UnreadableAudio {
    return Ffmpeg.check(
        av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0),
        "no sound track");
  }

  /** The sound track's description. */
  AVStream track() {
    return context.streams(track);
  }

  /**
   * The next packet of the sound track, good until the next call; empty at the end, which is also
   * where a truncated file breaks off.
   */
  Optional<AVPacket> next() {
    do {
      av_packet_unref(packet);
      if (av_read_frame(context, packet) < 0) {
        return Optional.empty();
      }
    } while (packet.stream_index() != track);
    return Optional.of(packet);
  }

  @Override
  public void close() {
    av_packet_free(packet);
    close(context);
  }

  private static void close(AVFormatContext context) {
    if (!context.isNull()) { // avformat_open_input frees it when it fails
      avformat_close_input(context);
    }
  }
}
