package io.kouxin.nlp.text;

import java.util.List;

/**
 * Words in which some were put right.
 *
 * @param text the words to read
 * @param repairs what was changed, in order; no two overlap
 */
public record Repaired(String text, List<Repair> repairs) {
  public Repaired {
    repairs = List.copyOf(repairs);
  }

  /**
   * One stretch that was put right.
   *
   * @param span where it is now
   * @param heardAs what stood there
   */
  public record Repair(Span span, String heardAs) {}
}
