package io.kouxin.bot.walk;

import io.kouxin.bot.wiring.ServiceApplication;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The clock on the wall of a service in a process of its own. The service is the one that ships,
 * with one thing exchanged: its clock is off by what a file says. Waiting takes as long as it
 * always does.
 */
final class ServiceClock {
  private static final String FILE = "TEST_CLOCK";

  private final Path offset;
  private final Path classes;

  /**
   * A clock that is right until it is moved.
   *
   * @param folder where it keeps by how much it is off, and the classes that read that
   */
  ServiceClock(Path folder) throws IOException {
    this.offset = folder.resolve("clock");
    this.classes = folder.resolve("clock-classes");
    Files.writeString(offset, Duration.ZERO.toString());
    for (Class<?> needed : new Class<?>[] {ServiceClock.class, Moved.class, Off.class}) {
      String file = needed.getName().replace('.', '/') + ".class";
      Path copy = classes.resolve(file);
      Files.createDirectories(copy.getParent());
      try (InputStream bytes = needed.getClassLoader().getResourceAsStream(file)) {
        Files.copy(bytes, copy);
      }
    }
  }

  /** What runs, and on which classes besides the service's own. */
  ServiceProcess.Program program() {
    return new ServiceProcess.Program(Moved.class.getName(), classes.toString());
  }

  /** What the process needs in its environment. */
  Map<String, String> environment() {
    return Map.of(FILE, offset.toString());
  }

  /** Moves it at once. */
  void moveTo(ZonedDateTime moment) throws IOException {
    Duration ahead = Duration.between(Instant.now(), moment.toInstant());
    Path next = offset.resolveSibling("clock.next");
    Files.writeString(next, ahead.toString());
    Files.move(next, offset, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The service by that clock. */
  static final class Moved {
    private Moved() {}

    public static void main(String[] args) {
      new SpringApplication(ServiceApplication.class, Moved.class).run(args);
    }

    @Bean
    @Primary
    static Clock movedClock() {
      return new Off(Path.of(System.getenv(FILE)), ZoneId.of("Asia/Shanghai"));
    }
  }

  /** The system's clock, off by what a file says. */
  private static final class Off extends Clock {
    private final Path file;
    private final ZoneId zone;

    Off(Path file, ZoneId zone) {
      this.file = file;
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Off(file, other);
    }

    @Override
    public Instant instant() {
      try {
        return Instant.now().plus(Duration.parse(Files.readString(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
