package io.kouxin.nlp.speech;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of file we read, told by their first bytes and never by a file name. FFmpeg is asked
 * for exactly this demuxer, so that its others (playlists, network, pictures) never see the bytes.
 */
enum SoundFormat {
  AMR("amr"),
  OGG("ogg"),
  WEBM("matroska"),
  MP4("mov"),
  WAV("wav"),
  FLAC("flac"),
  AAC("aac"),
  MP3("mp3");

  private final String demuxer;

  SoundFormat(String demuxer) {
    this.demuxer = demuxer;
  }

  /** FFmpeg's name of the demuxer. */
  String demuxer() {
    return demuxer;
  }

  /** The format, or empty for bytes of another kind. */
  static Optional<SoundFormat> of(byte[] bytes) {
    return Arrays.stream(values()).filter(format -> format.begins(bytes)).findFirst();
  }

  private boolean begins(byte[] bytes) {
    return switch (this) {
      case AMR -> has(bytes, 0, "#!AMR");
      case OGG -> has(bytes, 0, "OggS");
      case WEBM -> has(bytes, 0, "\u001aEß£");
      case MP4 -> has(bytes, 4, "ftyp");
      case WAV -> has(bytes, 0, "RIFF") && has(bytes, 8, "WAVE");
      case FLAC -> has(bytes, 0, "fLaC");
      // 12 sync bits, then the layer: 0 is ADTS, 1 is "layer III" (ISO/IEC 13818-7 and 11172-3).
      case AAC -> sync(bytes, 0xf6, 0xf0);
      case MP3 -> has(bytes, 0, "ID3") || sync(bytes, 0xe6, 0xe2);
    };
  }

  private static boolean has(byte[] bytes, int at, String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= at + wanted.length
        && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private static boolean sync(byte[] bytes, int mask, int value) {
    return bytes.length >= 2 && bytes[0] == (byte) 0xff && (bytes[1] & mask) == value;
  }
}
