package io.kouxin.nlp.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes memos noisy by {@link RecogniserNoise}, which is a simulation: JSON Lines with a {@code
 * text} in, the same lines out with the text as it might be heard. Says on standard error how many
 * characters are wrong.
 *
 * <pre>mvn -q -pl nlp test-compile exec:exec@recogniser-noise -Dnoise="0.2 1 in.jsonl out.jsonl"
 * </pre>
 */
final class RecogniserNoiseMain {
  private RecogniserNoiseMain() {}

  /** Takes rate, seed, input, output. */
  public static void main(String[] args) throws IOException {
    if (args.length != 4) {
      System.err.println("wanted: RATE SEED INPUT OUTPUT, such as 0.2 1 memos.jsonl noisy.jsonl");
      System.exit(2);
    }
    double rate = Double.parseDouble(args[0]);
    long seed = Long.parseLong(args[1]);
    RecogniserNoise noise = RecogniserNoise.standard();
    JsonMapper json = JsonMapper.shared();
    long characters = 0;
    long wrong = 0;
    try (BufferedReader in = Files.newBufferedReader(Path.of(args[2]));
        var out =
            new PrintStream(
                Files.newOutputStream(Path.of(args[3])), false, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.isBlank()) {
          var memo = (ObjectNode) json.readTree(line);
          String said = memo.path("text").asString();
          String heard = noise.hear(said, rate, seed).text();
          characters += said.chars().filter(PlainText::isHan).count();
          wrong += RecogniserNoise.differences(said, heard);
          out.println(memo.put("text", heard));
        }
      }
    }
    System.err.printf(
        "simulated: %d of %d Chinese characters are wrong (%.1f %%)%n",
        wrong, characters, 100.0 * wrong / Math.max(1, characters));
  }
}
