package io.kouxin.integrations.wecom.emulator;

/**
 * How a callback comes, besides the plain way.
 *
 * @param tampering what is wrong with it
 * @param redeliveries how often the same message comes again, sealed anew
 * @param replays how often the very same request comes again
 */
public record Manner(Tampering tampering, int redeliveries, int replays) {
  /** Once, and nothing wrong with it. */
  public static final Manner PLAIN = new Manner(Tampering.NONE, 0, 0);

  /** What somebody on the way, or with other keys, could have done. */
  public enum Tampering {
    /** Nothing. */
    NONE,
    /** Another signature. */
    SIGNATURE,
    /** A changed letter in what is sealed; the signature stays. */
    CIPHERTEXT,
    /** Sealed for another corp, properly signed. */
    RECEIVE_ID,
    /** Properly signed, an hour ago. */
    OLD,
    /** No envelope at all. */
    GARBAGE
  }

  /** The same message again, sealed anew. */
  public static Manner redelivered(int times) {
    return new Manner(Tampering.NONE, times, 0);
  }

  /** The very same request again. */
  public static Manner replayed(int times) {
    return new Manner(Tampering.NONE, 0, times);
  }

  /** Once, and wrong. */
  public static Manner tampered(Tampering how) {
    return new Manner(how, 0, 0);
  }
}
