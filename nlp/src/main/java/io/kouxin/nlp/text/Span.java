package io.kouxin.nlp.text;

/**
 * A stretch of the words as they were said.
 *
 * @param start index of the first UTF-16 character in the raw text
 * @param end index behind the last one
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: " + start + " to " + end);
    }
  }

  /** The words of this span. */
  public String of(String raw) {
    return raw.substring(start, end);
  }

  /** Whether the two share at least one character. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
