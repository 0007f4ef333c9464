package io.kouxin.bot.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads {@code examples.jsonl}: one JSON object a line. */
final class ExampleReader {
  private static final Set<String> KNOWN = Set.of("text", "language", "tags", "note");

  private final String file;
  private final References references;
  private final Problems problems;

  ExampleReader(String file, References references, Problems problems) {
    this.file = file;
    this.references = references;
    this.problems = problems;
  }

  List<Example> read(String text) {
    List<Example> examples = new ArrayList<>();
    int line = 0;
    for (String json : text.lines().toList()) {
      line++;
      if (!json.isBlank()) {
        example(json, line).ifPresent(examples::add);
      }
    }
    return examples;
  }

  private Optional<Example> example(String json, int line) {
    return new JsonLine(file, line, json)
        .object("{\"text\": …}", problems)
        .flatMap(node -> example(node, line));
  }

  private Optional<Example> example(JsonNode node, int line) {
    node.propertyNames().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(
            name -> problem(line, 1, "nobody knows the field \"" + name + "\"", "take it out"));
    String text = node.path("text").asString("").strip();
    if (text.isEmpty()) {
      problem(line, 1, "\"text\" is missing or empty", "write what somebody says");
    }
    Optional<Locale> language = language(node, line);
    List<String> tags = new ArrayList<>();
    for (JsonNode tag : node.path("tags")) {
      String id = tag.asString("");
      tags.add(id);
      references.toEntry(
          id, () -> problem(line, 1, "there is no entry \"" + id + "\"", "name another"));
    }
    return text.isEmpty()
        ? Optional.empty()
        : language.map(l -> new Example(text, l, tags, node.path("note").asString("")));
  }

  private Optional<Locale> language(JsonNode node, int line) {
    try {
      return Optional.of(Forms.language(node.path("language").asString("")));
    } catch (IllegalArgumentException e) {
      problem(line, 1, "\"language\" will not do", e.getMessage() == null ? "" : e.getMessage());
      return Optional.empty();
    }
  }

  private void problem(int line, int column, String what, String remedy) {
    problems.add(new PackProblem(file, line, column, what, remedy));
  }
}
