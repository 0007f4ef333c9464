package io.kouxin.integrations.dingtalk.emulator.gateway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kouxin.integrations.channel.Certificate;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** DingTalk's own client for Node, {@code dingtalk-stream}, run by the machine's Node. */
final class NodeClient implements AutoCloseable {
  private static final String MISSING =
      "DingTalk's client for Node is not here: install Node with npm, and let npm reach a registry"
          + " or its cache once. ";
  private static final Path SOURCES =
      Path.of(System.getProperty("kouxin.root", ".."), "integrations/src/test/js/dingtalk");
  private static final Path FOLDER = Path.of("target/dingtalk-stream").toAbsolutePath();

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Process process;

  private NodeClient(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon().start(this::listen);
  }

  /**
   * Installs it and connects; where it cannot be installed, the test is skipped, or fails where
   * everything has to run (KOUXIN_TEST_ALL=1).
   */
  static NodeClient connected(StreamGateway gateway) throws IOException, InterruptedException {
    String trouble = install();
    if ("1".equals(System.getenv("KOUXIN_TEST_ALL")) && !trouble.isEmpty()) {
      throw new AssertionError(MISSING + trouble);
    }
    assumeTrue(trouble.isEmpty(), () -> MISSING + trouble);
    Path authority = Files.writeString(FOLDER.resolve("ca.pem"), Certificate.pem());
    var words =
        List.of(
            "node",
            "stream.mjs",
            gateway.apiUrl(),
            StreamGateway.CLIENT_ID,
            StreamGateway.CLIENT_SECRET);
    var builder = new ProcessBuilder(words).directory(FOLDER.toFile());
    builder.environment().put("NODE_EXTRA_CA_CERTS", authority.toString());
    builder.redirectError(FOLDER.resolve("err").toFile());
    return new NodeClient(builder.start());
  }

  /** The next line that is JSON. */
  String next() throws InterruptedException {
    while (true) {
      String line = lines.poll(10, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("The client for Node heard nothing.");
      }
      if (line.startsWith("{")) {
        return line;
      }
    }
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(lines::add);
    } catch (IOException | java.io.UncheckedIOException e) {
      // It was closed.
    }
  }

  private static String install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    for (String file : List.of("package.json", "package-lock.json", "stream.mjs")) {
      Path copy = FOLDER.resolve(file);
      Files.copy(SOURCES.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    Path said = FOLDER.resolve("npm.log");
    var words =
        List.of("npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
    try {
      Process npm =
          new ProcessBuilder(words)
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!npm.waitFor(2, TimeUnit.MINUTES) || npm.exitValue() != 0) {
        npm.destroyForcibly();
        return "npm: " + Files.readString(said);
      }
      return "";
    } catch (IOException e) {
      return "npm cannot run: " + e.getMessage();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
