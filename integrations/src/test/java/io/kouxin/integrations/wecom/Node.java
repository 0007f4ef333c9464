package io.kouxin.integrations.wecom;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** WeCom's own library, {@code @wecom/crypto}, run by the machine's Node. */
final class Node {
  private static final String MISSING =
      "WeCom's own library is not here: install Node with npm (the packages 'nodejs' and 'npm'),"
          + " and let npm reach a registry or its cache once. ";
  private static final Path SOURCES =
      Path.of(System.getProperty("kouxin.root", ".."), "integrations/src/test/js");

  private final Path folder = Path.of("target/wecom-crypto").toAbsolutePath();

  private Node() {}

  /**
   * Installs it; where that is impossible, the test is skipped, or fails where everything has to
   * run (KOUXIN_TEST_ALL=1).
   */
  static Node installed() throws IOException {
    var node = new Node();
    Optional<String> trouble = node.install();
    if ("1".equals(System.getenv("KOUXIN_TEST_ALL")) && trouble.isPresent()) {
      throw new AssertionError(MISSING + trouble.get());
    }
    assumeTrue(trouble.isEmpty(), () -> MISSING + trouble.get());
    return node;
  }

  private Optional<String> install() throws IOException {
    Files.createDirectories(folder);
    for (String file : List.of("package.json", "package-lock.json", "crypto.js")) {
      Path copy = folder.resolve(file);
      Files.copy(SOURCES.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
    }
    try {
      run(List.of("npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"));
      return Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** That many requests, sealed with keys and words of the library's choice. */
  List<Vector> seal(int count) throws IOException {
    return requests(run(List.of("node", "crypto.js", "seal", Integer.toString(count))));
  }

  /** The same requests with everything that the library finds in the sealed text. */
  List<Vector> open(List<Vector> requests) throws IOException {
    List<String> lines = requests.stream().map(new Gson()::toJson).toList();
    Files.write(folder.resolve("in"), lines);
    return requests(run(List.of("node", "crypto.js", "open")));
  }

  private static List<Vector> requests(List<String> lines) {
    return lines.stream().map(line -> new Gson().fromJson(line, Vector.class)).toList();
  }

  private List<String> run(List<String> command) {
    Path in = folder.resolve("in");
    Path out = folder.resolve("out");
    try {
      if (!Files.exists(in)) {
        Files.createFile(in);
      }
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(folder.resolve("err").toFile())
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(command + ": " + Files.readString(folder.resolve("err")));
      }
      return Files.readAllLines(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while waiting for " + command, e);
    }
  }
}
