package io.kouxin.nlp.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a text into the parts that are matched one by one: at punctuation, in front of discourse
 * markers, and, where dictation has neither, into overlapping windows.
 *
 * @param punctuation ends a clause and belongs to none
 * @param markers begin a clause
 * @param longest plain characters a clause may have before windows are laid over it
 * @param window plain characters of a window; each begins half a window after the last
 */
record Clauses(Pattern punctuation, Pattern markers, int longest, int window) {

  /** A stretch of plain text. */
  record Stretch(int start, int end) {}

  List<Stretch> of(String text) {
    var out = new ArrayList<Stretch>();
    Matcher m = punctuation.matcher(text);
    int start = 0;
    while (m.find()) {
      addParts(text, start, m.start(), out);
      start = m.end();
    }
    addParts(text, start, text.length(), out);
    return out;
  }

  private void addParts(String text, int from, int to, List<Stretch> out) {
    Matcher m = markers.matcher(text).region(from, to);
    int start = from;
    while (m.find()) {
      addWindows(text, start, m.start(), out);
      start = m.start();
    }
    addWindows(text, start, to, out);
  }

  private void addWindows(String text, int from, int to, List<Stretch> out) {
    if (text.substring(from, to).isBlank()) {
      return;
    }
    if (to - from <= longest) {
      out.add(new Stretch(from, to));
      return;
    }
    for (int at = from; at < to; at += window / 2) {
      int end = Math.min(to, at + window);
      if (!text.substring(at, end).isBlank()) {
        out.add(new Stretch(at, end));
      }
      if (end == to) {
        return;
      }
    }
  }
}
