package io.kouxin.integrations.channel;

import java.time.Duration;

/**
 * Access tokens by name: fetched once for all who need one, and dropped only by those who used
 * exactly this one, so that a late complaint about an old token does not end a fresh one. No value
 * is ever logged. Safe for many threads.
 */
public interface SharedTokens {

  /**
   * One that should work; fetched, by one for all, if there is none.
   *
   * @param name of what it opens, the same on every node, such as {@code wecom:corp:agent}; never a
   *     secret
   * @throws E what the source threw; the next who asks tries again
   */
  <E extends Exception> String current(String name, Source<E> source) throws E;

  /** Says that this one was not taken; nothing happens if another one is current by now. */
  void drop(String name, String used);

  /**
   * Where tokens come from.
   *
   * @param <E> how it fails
   */
  interface Source<E extends Exception> {
    /** A new one; must end by itself within seconds. */
    Fresh fetch() throws E;
  }

  /**
   * A token that was just fetched.
   *
   * @param value not empty
   * @param life for how long it should be used; nobody keeps one whose life is not positive
   */
  record Fresh(String value, Duration life) {
    /** Without the value. */
    @Override
    public String toString() {
      return "Fresh[life=" + life + "]";
    }
  }
}
