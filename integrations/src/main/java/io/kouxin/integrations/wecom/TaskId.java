package io.kouxin.integrations.wecom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * WeCom's name for a card, made from our key and turned back into it when the card is tapped. No
 * two keys share one, so nothing has to be looked up.
 *
 * <p>WeCom takes letters, digits and {@code _ - @}, at most 128 bytes ("template card", {@code
 * task_id}, document 101032). Letters, digits and {@code -} stay, {@code :} becomes {@code @}, and
 * any other byte of UTF-8 becomes {@code _} with two hexadecimal digits. A key of UUIDs and colons
 * keeps its length.
 */
final class TaskId {
  /** Bytes, and characters too: all of them are ASCII. */
  static final int MOST = 128;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private TaskId() {}

  /**
   * The task id for a key.
   *
   * @throws IllegalArgumentException if the key is empty, not Unicode, or too long to be turned
   *     back; cutting or hashing it would make the tap on that card nobody's
   */
  static String of(String key) {
    var id = new StringBuilder(key.length());
    for (byte part : bytes(key)) {
      if (plain(part)) {
        id.append((char) part);
      } else if (part == ':') {
        id.append('@');
      } else {
        id.append('_').append(HEX.toHexDigits(part));
      }
    }
    if (id.isEmpty() || id.length() > MOST) {
      throw new IllegalArgumentException(
          "A card's key must be 1 to %d characters as a task id, and this is %d: %s"
              .formatted(MOST, id.length(), key));
    }
    return id.toString();
  }

  /** The key that {@link #of} turned into this, empty if it did not make it: not our card. */
  static Optional<String> key(String taskId) {
    try {
      String key = decoded(taskId);
      return of(key).equals(taskId) ? Optional.of(key) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String decoded(String taskId) {
    var bytes = new ByteArrayOutputStream(taskId.length());
    for (int i = 0; i < taskId.length(); i++) {
      char c = taskId.charAt(i);
      if (c != '_') {
        bytes.write(c == '@' ? ':' : c);
      } else if (i + 2 < taskId.length()) {
        bytes.write(HexFormat.fromHexDigits(taskId, i + 1, i + 3));
        i += 2;
      } else {
        throw new IllegalArgumentException("An escape is cut off.");
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String key) {
    try {
      ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(key));
      byte[] bytes = new byte[utf8.remaining()];
      utf8.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("A card's key must be Unicode.", e);
    }
  }

  private static boolean plain(byte part) {
    return (part >= '0' && part <= '9')
        || (part >= 'A' && part <= 'Z')
        || (part >= 'a' && part <= 'z')
        || part == '-';
  }
}
