package io.kouxin.nlp.speech;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Samples as a WAV file: the 44 bytes of a RIFF head, then PCM, 16 bits, one channel. */
final class Wav {
  private static final int HEAD = 44;

  private Wav() {}

  static byte[] of(Pcm sound) {
    int data = 2 * sound.samples().length;
    ByteBuffer file = ByteBuffer.allocate(HEAD + data).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(HEAD - 8 + data).put(ascii("WAVEfmt "));
    file.putInt(16).putShort((short) 1).putShort((short) 1); // a chunk of 16 bytes: PCM, mono
    file.putInt(Pcm.RATE).putInt(2 * Pcm.RATE).putShort((short) 2).putShort((short) 16);
    file.put(ascii("data")).putInt(data);
    file.asShortBuffer().put(sound.samples());
    return file.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
