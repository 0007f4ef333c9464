package io.kouxin.nlp.speech;

import com.sun.jna.Native;
import org.slf4j.LoggerFactory;
import org.vosk.LibVosk;
import org.vosk.LogLevel;

/** Loads Vosk's library, once, with its words in UTF-8 and its log off. */
final class VoskNatives {
  static {
    // JNA reads this when it loads; without it, Chinese words are lost where the locale is not
    // UTF-8.
    if (System.getProperty("jna.encoding") == null) {
      System.setProperty("jna.encoding", "UTF-8");
    }
    if (!"UTF-8".equalsIgnoreCase(Native.getDefaultStringEncoding())) {
      LoggerFactory.getLogger(VoskNatives.class)
          .error(
              "JNA was loaded before with another encoding: start Java with -Djna.encoding=UTF-8");
    }
    LibVosk.setLogLevel(LogLevel.WARNINGS);
  }

  private VoskNatives() {}

  static void load() {
    // The static initialiser did it.
  }
}
