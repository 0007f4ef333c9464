package io.kouxin.bot.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a list goes on: the ordering key of the last row shown, so that rows added meanwhile
 * neither repeat nor hide any. Opaque to clients.
 */
record Cursor(List<String> key) {
  Cursor {
    key = List.copyOf(key);
  }

  static Cursor of(List<String> key) {
    return new Cursor(key);
  }

  /**
   * The cursor that a client sends back.
   *
   * @throws org.springframework.web.ErrorResponseException (400) if we never gave out such a text
   */
  static Cursor parse(String text) {
    try {
      return new Cursor(Stream.of(text.split("\\.", -1)).map(Cursor::decode).toList());
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("'after' must be the 'next' of an earlier page.");
    }
  }

  /** The key of a list that is ordered by one id. */
  String id() {
    return key.getFirst();
  }

  String text() {
    return key.stream().map(Cursor::encode).collect(Collectors.joining("."));
  }

  private static String encode(String part) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(UTF_8));
  }

  private static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }
}
