package io.kouxin.bot.playbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts advice into messages that every platform takes, between paragraphs where it can. */
final class Pages {
  private static final List<String> BORDERS = List.of("\n\n", "\n", "。", ". ", " ");

  private Pages() {}

  /**
   * The text in pieces of fewer than so many UTF-8 bytes, nothing lost but blanks at the cuts.
   *
   * @param bytes at least 8
   */
  static List<String> of(String text, int bytes) {
    List<String> pages = new ArrayList<>();
    String rest = text.strip();
    while (size(rest) >= bytes) {
      int cut = cut(rest, bytes);
      pages.add(rest.substring(0, cut).strip());
      rest = rest.substring(cut).strip();
    }
    if (!rest.isEmpty()) {
      pages.add(rest);
    }
    return List.copyOf(pages);
  }

  private static int cut(String text, int bytes) {
    int most = longest(text, bytes);
    for (String border : BORDERS) {
      int at = text.lastIndexOf(border, most - border.length());
      if (at > 0) {
        return at + border.length();
      }
    }
    return most;
  }

  /** How many characters, in whole code points, stay below so many bytes. */
  private static int longest(String text, int bytes) {
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      int next = text.offsetByCodePoints(at, 1);
      used += size(text.substring(at, next));
      if (used >= bytes) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
