package io.kouxin.nlp.speech;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread of one process at a time put a model into place. Held until closed, by the thread
 * that took it; a process that dies gives it back.
 */
final class ModelLock implements AutoCloseable {
  // A file lock keeps out other processes only, and throws for a second thread of this one.
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();
  private final ReentrantLock thread;
  private final FileChannel channel;

  private ModelLock(ReentrantLock thread, FileChannel channel) {
    this.thread = thread;
    this.channel = channel;
  }

  /** Waits for its turn. */
  static ModelLock take(Path folder, String name) throws IOException, InterruptedException {
    ReentrantLock thread = thread(folder, name);
    thread.lockInterruptibly();
    return lockFile(folder, name, thread, true).orElseThrow();
  }

  /** Takes the lock, or answers empty if somebody holds it. */
  static Optional<ModelLock> tryTake(Path folder, String name) throws IOException {
    ReentrantLock thread = thread(folder, name);
    return thread.tryLock() ? lockFile(folder, name, thread, false) : Optional.empty();
  }

  private static ReentrantLock thread(Path folder, String name) {
    Path key = folder.toAbsolutePath().normalize().resolve(name);
    return THREADS.computeIfAbsent(key, any -> new ReentrantLock());
  }

  private static Optional<ModelLock> lockFile(
      Path folder, String name, ReentrantLock thread, boolean wait) throws IOException {
    boolean held = false;
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve("." + name + ".lock");
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        held = (wait ? channel.lock() : channel.tryLock()) != null;
        return held ? Optional.of(new ModelLock(thread, channel)) : Optional.empty();
      } finally {
        if (!held) {
          channel.close();
        }
      }
    } finally {
      if (!held) {
        thread.unlock();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      thread.unlock();
    }
  }
}
