package io.kouxin.bot.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of the state, owned by one service at a time: its lock file states the address. */
final class Home implements AutoCloseable {
  private static final String LOCK = "lock";

  /** The lock is held on a byte far behind the text, so that others can read the address. */
  private static final long LOCKED_BYTE = 1L << 20;

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private Home(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the folder; makes it if there is none.
   *
   * @throws HomeIsTaken if another service has it
   */
  static Home take(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      FileChannel channel =
          FileChannel.open(
              absolute.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      Optional<FileLock> lock = tryLock(channel);
      if (lock.isEmpty()) {
        String address = read(channel);
        channel.close();
        throw new HomeIsTaken(absolute, address);
      }
      var home = new Home(absolute, channel, lock.get());
      home.useForNatives();
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + absolute + " as KOUXIN_HOME", e);
    }
  }

  /**
   * The address that the owner of a folder announced, which may be empty; nothing if no service has
   * it. Nothing is made or changed.
   */
  static Optional<String> owner(Path folder) {
    Path file = folder.resolve(LOCK);
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return isFree(channel) ? Optional.empty() : Optional.of(read(channel));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try (FileLock free = channel.tryLock(LOCKED_BYTE, 1, true)) {
      return free != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock(LOCKED_BYTE, 1, false));
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(200);
    channel.read(text, 0);
    return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
  }

  /** SQLite unpacks its library at each start; a killed process leaves its copy behind. */
  private void useForNatives() throws IOException {
    Path natives = Files.createDirectories(folder.resolve("natives"));
    try (Stream<Path> old = Files.list(natives)) {
      for (Path file : old.filter(f -> f.getFileName().toString().startsWith("sqlite-")).toList()) {
        Files.deleteIfExists(file);
      }
    }
    System.setProperty("org.sqlite.tmpdir", natives.toString());
  }

  /** Tells other processes where this service can be reached. */
  void announce(String address) {
    try {
      byte[] text = (address + "\n").getBytes(StandardCharsets.UTF_8);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(text), 0);
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another service owns the folder. */
  static final class HomeIsTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HomeIsTaken(Path folder, String address) {
      super(
          "Another Kouxin already runs on "
              + folder
              + (address.isEmpty() ? "" : " (" + address + ")")
              + ". Stop it first, or set KOUXIN_HOME to another folder.");
    }
  }
}
