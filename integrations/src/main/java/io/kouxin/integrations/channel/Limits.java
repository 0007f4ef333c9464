package io.kouxin.integrations.channel;

/**
 * What a platform takes, in characters and counts.
 *
 * @param textBytes UTF-8 bytes of one plain message
 * @param updatesCards whether a card can change in place after it was sent
 * @param nativeCards whether there are cards at all; without them buttons become words to tap
 */
public record Limits(
    int title,
    int subtitle,
    int body,
    int rows,
    int rowLabel,
    int rowValue,
    int options,
    int buttons,
    int buttonLabel,
    int menu,
    int textBytes,
    boolean updatesCards,
    boolean nativeCards) {

  /**
   * Shortens from the middle, keeping head and tail, so that names and endings stay readable.
   *
   * @param most characters (code points); 0 leaves nothing, for platforms without room for this
   */
  public String cut(String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length <= most) {
      return text;
    }
    if (most <= 0) {
      return "";
    }
    int tail = (most - 1) / 3;
    int head = most - 1 - tail;
    return text.substring(0, text.offsetByCodePoints(0, head))
        + "…"
        + text.substring(text.offsetByCodePoints(text.length(), -tail));
  }
}
