package io.kouxin.integrations.sandbox;

import java.util.Locale;
import java.util.Set;

/** What a file is to a chat. */
enum FileKind {
  SOUND,
  IMAGE,
  OTHER;

  private static final Set<String> SOUND_ENDINGS =
      Set.of("aac", "amr", "awb", "flac", "m4a", "mp3", "oga", "ogg", "opus", "spx", "wav", "webm");
  private static final Set<String> IMAGE_ENDINGS =
      Set.of("gif", "heic", "jpeg", "jpg", "png", "webp");

  static FileKind of(String contentType, String name) {
    String type = contentType.toLowerCase(Locale.ROOT).strip();
    if (type.startsWith("audio/") || recordedByABrowser(type)) {
      return SOUND;
    }
    if (type.startsWith("image/")) {
      return IMAGE;
    }
    // Browsers do not know .amr and call it a stream of octets or nothing at all.
    return type.isEmpty() || type.startsWith("application/octet-stream") ? byName(name) : OTHER;
  }

  private static boolean recordedByABrowser(String type) {
    return type.startsWith("video/webm") || type.startsWith("application/ogg");
  }

  private static FileKind byName(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (SOUND_ENDINGS.contains(ending)) {
      return SOUND;
    }
    return IMAGE_ENDINGS.contains(ending) ? IMAGE : OTHER;
  }
}
