package io.kouxin.integrations.dingtalk.emulator;

/**
 * How something reaches the application, besides the plain way.
 *
 * @param tampering what is wrong with it
 * @param redeliveries how often the same comes again, signed anew
 */
public record Manner(Tampering tampering, int redeliveries) {
  /** Once, and nothing wrong with it. */
  public static final Manner PLAIN = new Manner(Tampering.NONE, 0);

  /** What somebody on the way, or with other keys, could have done. */
  public enum Tampering {
    /** Nothing. */
    NONE,
    /** Another signature. */
    SIGNATURE,
    /** Properly signed, more than an hour ago. */
    OLD,
    /** Properly signed, but no JSON. */
    GARBAGE,
    /** A changed letter in a sealed event; the signature stays. */
    CIPHERTEXT,
    /** An event sealed for another application, properly signed. */
    OWNER
  }

  /** The same again. */
  public static Manner redelivered(int times) {
    return new Manner(Tampering.NONE, times);
  }

  /** Once, and wrong. */
  public static Manner tampered(Tampering how) {
    return new Manner(how, 0);
  }
}
