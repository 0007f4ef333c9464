package io.kouxin.nlp.speech;

import java.util.OptionalLong;

/** Hears how far a download has come, and may stop it. Interrupting the thread stops it too. */
@FunctionalInterface
public interface Progress {
  /** Cares for nothing and never stops. */
  Progress NONE = (soFar, total) -> true;

  /**
   * Called for each piece that arrives, of at most 64 KB, on the downloading thread.
   *
   * @param soFar bytes on disk, earlier attempts included
   * @param total bytes in all, if known
   * @return false to stop; what arrived is kept and used next time
   */
  boolean at(long soFar, OptionalLong total);
}
