package io.kouxin.nlp.speech;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import java.nio.charset.StandardCharsets;

/**
 * A process of its own that loads Vosk as the program does and prints, as UTF-8 in hexadecimal,
 * what a native UTF-8 string of Chinese words becomes in Java.
 */
final class VoskWordsMain {
  public static void main(String[] args) {
    VoskNatives.load();
    byte[] words = "关节镜 王主任\0".getBytes(StandardCharsets.UTF_8);
    try (var memory = new Memory(words.length)) {
      memory.write(0, words, 0, words.length);
      String read = memory.getString(0); // in the default encoding, as every answer of Vosk
      System.out.println(
          Native.getDefaultStringEncoding()
              + " "
              + new java.math.BigInteger(1, read.getBytes(StandardCharsets.UTF_8)).toString(16));
    }
  }
}
