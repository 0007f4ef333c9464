package io.kouxin.integrations.channel;

import java.time.Duration;

/** A chat platform, as far as Kouxin needs one. Safe for many threads. */
public interface Channel {

  /** The name in {@link Inbound.Envelope#channel}, lower case. */
  String name();

  /** What it takes. */
  Limits limits();

  /** How fast it takes that for one person; the sender keeps to it by waiting. */
  default Pace pace() {
    return Pace.ANY;
  }

  /**
   * How many of the messages that {@link #pace} counts this becomes, at most: a long text may leave
   * in pieces, and a card that changes in place is no message at all.
   */
  default int parts(Outbound message) {
    return message instanceof Outbound.Change ? 0 : 1;
  }

  /**
   * How long the platform, once this left, takes a repeat of the same key for what it is; zero
   * where it would show it twice. So much is known after a crash, too.
   */
  default Duration remembers(Outbound message) {
    return Duration.ZERO;
  }

  /**
   * Says something to one person. A repeat of the same key may reach the person twice only where
   * the platform has no way to prevent it.
   *
   * <p>An {@link Outbound.Recall} takes back what it can, and answers {@link Delivered#SILENTLY};
   * where the platform keeps what was said, its words follow.
   *
   * @return how it went
   */
  Delivered deliver(String recipient, Outbound message) throws ChannelException;

  /**
   * Brings the bytes of a note or picture.
   *
   * @param atMost bytes; more than this is refused
   */
  byte[] fetch(MediaRef.Remote media, long atMost) throws ChannelException;
}
