package io.kouxin.bot.pack;

/**
 * What people's work taught about an entry. It lies over the entry, whoever wrote that, and can be
 * taken back without a trace in it.
 *
 * @param entry the id
 * @param text a whole utterance
 */
public record Taught(String entry, Sense sense, String text) {

  /** What the text says. */
  public enum Sense {
    /** People say the entry so. */
    EXAMPLE,
    /** It sounds like the entry and is not. */
    COUNTER_EXAMPLE
  }
}
