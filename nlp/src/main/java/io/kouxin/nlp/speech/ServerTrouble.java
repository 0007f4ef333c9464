package io.kouxin.nlp.speech;

/** What is wrong with a server that should hear. */
public enum ServerTrouble {
  /** No answer, or not all of it in time. */
  UNREACHABLE,
  /** It has too much to do, or is broken (408, 429, 5xx). */
  BUSY,
  /** It does not take our key (401, 403). */
  KEY,
  /** It does not know the address or the model, or takes no such recordings (other 4xx, 3xx). */
  REFUSED,
  /** It answered something that is no transcript. */
  GARBLED;

  /** Whether the same question may well be answered in a moment. */
  boolean passes() {
    return this == UNREACHABLE || this == BUSY;
  }
}
