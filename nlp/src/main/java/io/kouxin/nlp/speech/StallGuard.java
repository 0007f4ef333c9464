package io.kouxin.nlp.speech;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Closes a stream from which no byte has come for a while, so that its reader wakes up. */
final class StallGuard implements AutoCloseable {
  private final Thread watch;
  private volatile long last = System.nanoTime();

  StallGuard(InputStream stream, Duration patience) {
    watch = Thread.ofVirtual().name("download-watch").start(() -> watch(stream, patience));
  }

  /** A byte came. */
  void alive() {
    last = System.nanoTime();
  }

  private void watch(InputStream stream, Duration patience) {
    try {
      long left = patience.toNanos();
      while (left > 0) {
        Thread.sleep(Duration.ofNanos(left));
        left = last + patience.toNanos() - System.nanoTime();
      }
      stream.close();
    } catch (InterruptedException | IOException e) {
      // The stream has ended: nothing is left to watch.
    }
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
