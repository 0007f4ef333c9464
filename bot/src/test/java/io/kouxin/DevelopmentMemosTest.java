package io.kouxin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is measured on labelled memos means something only while nothing that ships was copied from
 * them. The memos are not part of the project; where they do not lie beside it, this is skipped.
 */
class DevelopmentMemosTest {
  private static final Path ROOT = Path.of(System.getProperty("kouxin.root", ".."));
  private static final Path MEMOS = ROOT.resolve("../shared/understanding/dev.jsonl");

  /** Two people who write about the same things hardly ever agree on so many characters. */
  private static final int RUN = 8;

  /** How memos and entries of the labelled set are numbered. */
  private static final Pattern ID = Pattern.compile("\\bd(?:[01]\\d\\d|_[a-z]+)\\b");

  @Test
  void nothing_that_ships_has_a_sentence_or_an_id_of_a_labelled_memo() throws IOException {
    assumeTrue(Files.exists(MEMOS), "the labelled memos are not on this machine");
    Map<String, String> runs = runs();
    List<String> copied = new ArrayList<>();
    for (String place : List.of("nlp/src/main", "bot/src/main", "templates")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(place))) {
        files
            .filter(file -> file.toString().matches(".*\\.(java|ya?ml|jsonl?|tsv|md|csv|txt|js)"))
            .forEach(file -> find(file, runs, copied));
      }
    }
    assertThat(copied).as("copied from labelled memos").isEmpty();
  }

  /** Each run of characters of a memo, with the id of the memo. */
  private static Map<String, String> runs() throws IOException {
    Map<String, String> runs = new HashMap<>();
    for (String line : Files.readAllLines(MEMOS)) {
      JsonNode memo = JsonMapper.shared().readTree(line);
      for (String name : List.of("text", "clean_text")) {
        String text = memo.path(name).asString("");
        for (int at = 0; at + RUN <= text.length(); at++) {
          runs.put(text.substring(at, at + RUN), memo.path("id").asString(""));
        }
      }
    }
    return runs;
  }

  private static void find(Path file, Map<String, String> runs, List<String> copied) {
    try {
      for (String line : Files.readAllLines(file)) {
        for (int at = 0; at + RUN <= line.length(); at++) {
          String memo = runs.get(line.substring(at, at + RUN));
          if (memo != null) {
            copied.add(ROOT.relativize(file) + ": " + line.strip() + " (" + memo + ")");
            break;
          }
        }
        if (ID.matcher(line).find()) {
          copied.add(ROOT.relativize(file) + ": " + line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
