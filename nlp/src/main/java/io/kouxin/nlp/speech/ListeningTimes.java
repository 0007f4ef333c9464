package io.kouxin.nlp.speech;

import java.time.Duration;
import java.util.Locale;

/** Hears how long listening took. Called by the thread that listened, so it must not block. */
@FunctionalInterface
public interface ListeningTimes {
  /** Nobody wants to know. */
  ListeningTimes NONE = (engine, language, seconds, work) -> {};

  /**
   * A recording was listened to.
   *
   * @param seconds length of the recording
   * @param work from the moment it had its turn; waiting for the turn is not counted
   */
  void took(String engine, Locale language, double seconds, Duration work);
}
