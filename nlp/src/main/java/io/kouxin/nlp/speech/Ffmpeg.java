package io.kouxin.nlp.speech;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.Pointer;

/**
 * What every call into FFmpeg shares: its log is off, and a negative answer becomes an exception.
 */
final class Ffmpeg {
  static {
    // JavaCPP would refuse small buffers once the whole process, speech models included, is large.
    if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
      System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    }
    av_log_set_level(AV_LOG_QUIET);
  }

  private Ffmpeg() {}

  /** Loads the natives, once. */
  static void load() {
    // The static initialiser did it.
  }

  /** The answer, if it is no error. */
  static int check(int answer, String doing) throws UnreadableAudio {
    if (answer < 0) {
      throw new UnreadableAudio(UnreadableAudio.Reason.NOT_AUDIO, doing + ": " + error(answer));
    }
    return answer;
  }

  /** The pointer, if FFmpeg had memory for it. */
  static <P extends Pointer> P allocated(P pointer) {
    if (pointer == null || pointer.isNull()) {
      throw new OutOfMemoryError("FFmpeg has no memory left");
    }
    return pointer;
  }

  private static String error(int code) {
    byte[] text = new byte[128];
    av_strerror(code, text, text.length);
    return new String(text, StandardCharsets.UTF_8).trim();
  }
}
