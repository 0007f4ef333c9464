package io.kouxin.integrations.wecom;

/**
 * Words that WeCom takes: JSON writes control characters and line separators as {@code \\uxxxx},
 * and WeCom refuses a message with such an escape (40033).
 */
final class Sayable {
  private Sayable() {}

  /** The same words; a line separator becomes a line break, a control character nothing. */
  static String of(String words) {
    var said = new StringBuilder(words.length());
    words
        .codePoints()
        .map(c -> c == 0x2028 || c == 0x2029 || c == 0x85 ? '\n' : c)
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .forEach(said::appendCodePoint);
    return said.toString();
  }
}
