package io.kouxin.nlp.tagging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labelled memos and the entries with which they are labelled (deploy/labelled).
 *
 * @param library the entries
 * @param memos in the order of the file
 */
record LabelledSet(List<LibraryEntry> library, List<LabelledMemo> memos) {
  /**
   * A memo of which it is known what it says.
   *
   * @param text as it was heard
   * @param tags ids of the entries that hold for the customer now
   * @param negated ids of those that are mentioned and do not hold
   */
  record LabelledMemo(String text, Set<String> tags, Set<String> negated) {}

  /** Reads JSON Lines. */
  static LabelledSet read(Path library, Path memos) throws IOException {
    return new LabelledSet(
        lines(library).stream().map(LabelledSet::entry).toList(),
        lines(memos).stream().map(LabelledSet::memo).toList());
  }

  List<String> texts() {
    return memos.stream().map(LabelledMemo::text).toList();
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(line -> JsonMapper.shared().readTree(line))
        .toList();
  }

  private static LabelledMemo memo(JsonNode line) {
    return new LabelledMemo(
        line.path("text").asString(),
        Set.copyOf(strings(line.path("tags"))),
        Set.copyOf(strings(line.path("negated"))));
  }

  private static LibraryEntry entry(JsonNode line) {
    return new LibraryEntry(
        line.path("id").asString(),
        LibraryEntry.Kind.valueOf(line.path("kind").asString().toUpperCase(Locale.ROOT)),
        line.path("label").asString(""),
        strings(line.path("phrases")),
        line.path("industry").asString(""),
        Locale.forLanguageTag(line.path("language").asString("zh")));
  }

  private static List<String> strings(JsonNode list) {
    return list.valueStream().map(one -> one.asString("")).toList();
  }
}
