package io.kouxin.integrations.channel;

import java.time.Duration;

/**
 * Turns at what only one may do at a time, such as holding the one connection that a platform
 * allows. A turn ends by itself unless it is renewed, so that whoever dies holds nobody up for
 * long. Whoever is in doubt has none. Safe for many threads.
 *
 * <p>It keeps two from trying, and is no proof: somebody who was paused may act after the end. What
 * must happen once needs a key in the store.
 */
public interface Leases {

  /**
   * Takes a lease that is free or is already the owner's.
   *
   * @param owner different on every node and at every start
   * @param life how long it is held from now on
   * @return false if somebody else holds it, or if that cannot be found out
   */
  boolean take(String name, String owner, Duration life);

  /**
   * Holds a lease for longer, if it is still this owner's.
   *
   * @return false if it is not; then the owner must stop
   */
  boolean renew(String name, String owner, Duration life);

  /** Gives a lease back; nothing happens if it is somebody else's by now. */
  void release(String name, String owner);
}
