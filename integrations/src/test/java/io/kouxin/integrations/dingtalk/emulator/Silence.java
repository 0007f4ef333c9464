package io.kouxin.integrations.dingtalk.emulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A sound file in which nothing is said: AMR-NB, frames of 20 ms at 4.75 kbit/s (RFC 4867, 5). */
final class Silence {
  private static final byte FRAME_OF_MODE_0 = 0x04;
  private static final int SPEECH_BYTES = 12;

  private Silence() {}

  static byte[] amr(int seconds) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("#!AMR\n".getBytes(StandardCharsets.US_ASCII));
    for (int frame = 0; frame < seconds * 50; frame++) {
      file.write(FRAME_OF_MODE_0);
      file.writeBytes(new byte[SPEECH_BYTES]);
    }
    return file.toByteArray();
  }
}
