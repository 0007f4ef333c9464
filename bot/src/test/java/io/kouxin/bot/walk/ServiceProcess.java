package io.kouxin.bot.walk;

import io.kouxin.BotApplication;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service as a process of its own, which a test can kill and start again on the same home. */
final class ServiceProcess implements AutoCloseable {
  static final String TOKEN = "a-token-for-this-test-only";

  /** What a shell calls 128 + SIGKILL. */
  static final int KILLED = 137;

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String READY = "Kouxin is ready: ";

  private static final Program SERVICE = new Program(BotApplication.class.getName(), "");

  private final Path home;
  private final Map<String, String> settings;
  private final Program program;
  private Process process;
  private Output output;

  private ServiceProcess(Path home, Map<String, String> settings, Program program) {
    this.home = home;
    this.settings = Map.copyOf(settings);
    this.program = program;
    this.process = launch();
    this.output = new Output(process);
  }

  /**
   * What runs.
   *
   * @param main its class
   * @param classes where that is, if not among the service's own; else empty
   */
  record Program(String main, String classes) {}

  /**
   * Starts the service and waits until it answers.
   *
   * @param home its {@code KOUXIN_HOME}
   * @param settings more environment variables
   */
  static ServiceProcess start(Path home, Map<String, String> settings) {
    return start(home, settings, SERVICE);
  }

  /** Starts the service in the way of this program, and waits until it answers. */
  static ServiceProcess start(Path home, Map<String, String> settings, Program program) {
    var service = new ServiceProcess(home, settings, program);
    try {
      service.ready();
      return service;
    } catch (IllegalStateException stillborn) {
      service.process.destroyForcibly();
      throw stillborn;
    }
  }

  /** Starts a service that will not come up, and waits for its end. */
  static Ended startInVain(Path home, Map<String, String> settings) throws InterruptedException {
    try (var service = new ServiceProcess(home, settings, SERVICE)) {
      if (!service.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("It came up:\n" + service.output.said());
      }
      service.output.end();
      return new Ended(service.process.exitValue(), service.output.said());
    }
  }

  /** How a process ended and what it printed. */
  record Ended(int code, String said) {}

  /** A time zone without quiet hours: alerts are held back at night, and here it is morning. */
  static String whereItIsTen() {
    int hours = 10 - LocalTime.now(ZoneOffset.UTC).getHour();
    return ZoneOffset.ofHours(hours > 14 ? hours - 24 : Math.max(hours, -12)).getId();
  }

  /** A client of the running service; while it is being killed and started, this waits. */
  synchronized ServiceClient client() {
    return new ServiceClient(ready(), TOKEN);
  }

  /** {@code kill -9}, then a start on the same home. */
  synchronized int killAndRestart() throws InterruptedException {
    int code = kill();
    process = launch();
    output = new Output(process);
    ready();
    return code;
  }

  /** Ends the process without any chance to tidy up, and returns its exit code. */
  synchronized int kill() throws InterruptedException {
    return process.destroyForcibly().waitFor();
  }

  /** Everything that the process printed since its last start. */
  synchronized String said() {
    return output.said();
  }

  private URI ready() {
    try {
      return output.ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The service did not come up:\n" + output.said(), e);
    }
  }

  private Process launch() {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx768m",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            mainClassPath() + File.pathSeparator + program.classes(),
            program.main());
    builder.directory(home.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("KOUXIN_") || name.startsWith("SPRING_"));
    environment.putAll(
        Map.of(
            "KOUXIN_HOME",
            home.toString(),
            "KOUXIN_ADMINTOKEN",
            TOKEN,
            "KOUXIN_SPEECH_FETCH",
            "false",
            "KOUXIN_UNDERSTANDING_VECTORS",
            "false",
            "SERVER_PORT",
            "0"));
    environment.putAll(settings);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the tests stand on, without their own classes, resources and logging settings. */
  private static String mainClassPath() {
    String tests = here();
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty() && !Path.of(entry).equals(Path.of(tests)))
        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
        .filter(entry -> !entry.contains("wiremock"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String here() {
    try {
      URI place = ServiceProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(place).toString();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Reads what a process prints until its end, and finds the line that it is ready. */
  private static final class Output {
    final CompletableFuture<URI> ready = new CompletableFuture<>();
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Thread reader;

    Output(Process process) {
      this.reader = Thread.ofVirtual().start(() -> read(process.inputReader()));
    }

    private void read(BufferedReader from) {
      try (from) {
        from.lines().forEach(this::line);
      } catch (UncheckedIOException | IOException e) {
        lines.add(String.valueOf(e.getMessage())); // the pipe of a killed process
      }
      ready.completeExceptionally(new IllegalStateException("the process has ended"));
    }

    private void line(String line) {
      lines.add(line);
      if (line.startsWith(READY)) {
        ready.complete(URI.create(line.substring(READY.length(), line.indexOf("?token="))));
      }
    }

    void end() throws InterruptedException {
      reader.join(Duration.ofSeconds(5));
    }

    String said() {
      return String.join("\n", List.copyOf(lines));
    }
  }
}
