package io.kouxin.integrations.wecom.emulator.gateway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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

/** WeCom's own client for Node, {@code @wecom/aibot-node-sdk}, run by the machine's Node. */
final class NodeBot implements AutoCloseable {
  private static final String MISSING =
      "WeCom's client for Node is not here: install Node with npm, and let npm reach a registry or"
          + " its cache once. ";
  private static final Path SOURCES =
      Path.of(System.getProperty("kouxin.root", ".."), "integrations/src/test/js/wecom-aibot");
  private static final Path FOLDER = Path.of("target/wecom-aibot").toAbsolutePath();
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Process process;

  private NodeBot(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon().start(this::listen);
  }

  /**
   * Installs it; where that is impossible, the test is skipped, or fails where everything has to
   * run (KOUXIN_TEST_ALL=1).
   */
  static void install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    for (String file : List.of("package.json", "package-lock.json", "connect.mjs")) {
      Path copy = FOLDER.resolve(file);
      Files.copy(SOURCES.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    String trouble = npm();
    if ("1".equals(System.getenv("KOUXIN_TEST_ALL")) && !trouble.isEmpty()) {
      throw new AssertionError(MISSING + trouble);
    }
    assumeTrue(trouble.isEmpty(), () -> MISSING + trouble);
  }

  private static String npm() throws IOException, InterruptedException {
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
      boolean done = npm.waitFor(2, TimeUnit.MINUTES) && npm.exitValue() == 0;
      return done ? "" : "npm: " + Files.readString(said);
    } catch (IOException e) {
      return "npm cannot run: " + e.getMessage();
    }
  }

  static NodeBot connecting(AiBotGateway gateway, String secret) throws IOException {
    Path authority = Files.writeString(FOLDER.resolve("ca.pem"), Certificate.pem());
    var words =
        List.of("node", "connect.mjs", gateway.url().toString(), AiBotGateway.BOT_ID, secret);
    var builder = new ProcessBuilder(words).directory(FOLDER.toFile());
    builder.environment().put("NODE_EXTRA_CA_CERTS", authority.toString());
    builder.redirectError(FOLDER.resolve("err").toFile());
    return new NodeBot(builder.start());
  }

  /** The next thing it tells. */
  JsonObject next() throws InterruptedException {
    String line = lines.poll(20, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("The client for Node said nothing.");
    }
    return JsonParser.parseString(line).getAsJsonObject();
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().filter(line -> line.startsWith("{")).forEach(lines::add);
    } catch (IOException | java.io.UncheckedIOException e) {
      // It was closed.
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
