package io.kouxin.bot.command;

import io.kouxin.nlp.tagging.LibraryEntry;
import io.kouxin.nlp.text.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads a library: a pack's {@code library.yaml} (a list under {@code entries}) or JSON Lines with
 * one entry each. Fields that it does not know are left alone.
 */
final class LibraryFile {
  private static final String KINDS =
      Arrays.stream(LibraryEntry.Kind.values())
          .map(k -> k.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", "));

  private final Path file;
  private final List<String> lines;

  private LibraryFile(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  static List<LibraryEntry> read(Path file) throws BadLineException {
    var library = new LibraryFile(file, Lines.of(file));
    String name = file.toString().toLowerCase(Locale.ROOT);
    List<LibraryEntry> entries =
        name.endsWith(".yaml") || name.endsWith(".yml") ? library.yaml() : library.jsonLines();
    if (entries.isEmpty()) {
      throw new BadLineException(file, 0, "the library has no entries");
    }
    return entries;
  }

  private List<LibraryEntry> jsonLines() throws BadLineException {
    var out = new ArrayList<LibraryEntry>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        out.add(entry(Lines.json(file, i + 1, lines.get(i)), i + 1));
      }
    }
    return out;
  }

  private List<LibraryEntry> yaml() throws BadLineException {
    JsonNode entries = tree(new YAMLMapper()).path("entries");
    if (!entries.isArray()) {
      throw new BadLineException(file, 1, "expected a list under \"entries\"");
    }
    var out = new ArrayList<LibraryEntry>();
    for (JsonNode node : entries) {
      out.add(entry(node, lineOf(node)));
    }
    return out;
  }

  private JsonNode tree(ObjectMapper mapper) throws BadLineException {
    try {
      return mapper.readTree(String.join("\n", lines));
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new BadLineException(file, line, "not YAML: " + firstSentence(e));
    }
  }

  static String firstSentence(JacksonException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("unreadable");
  }

  /** The line on which an entry gives its id; 0 when it has none. */
  private int lineOf(JsonNode entry) {
    String id = entry.path("id").asString("");
    for (int i = 0; i < lines.size(); i++) {
      if (!id.isEmpty()
          && lines
              .get(i)
              .strip()
              .matches("(?:- )?id:\\s*[\"']?\\Q" + id + "\\E[\"']?\\s*(?:#.*)?")) {
        return i + 1;
      }
    }
    return 0;
  }

  private LibraryEntry entry(JsonNode node, int line) throws BadLineException {
    String id = text(node, "id", line);
    var phrases = new ArrayList<String>();
    for (JsonNode phrase : node.path("phrases")) {
      phrases.add(phrase.asString(""));
    }
    return new LibraryEntry(
        id,
        kind(text(node, "kind", line), line),
        node.path("label").asString(id),
        phrases,
        node.path("industry").asString(""),
        language(node, phrases));
  }

  private String text(JsonNode node, String field, int line) throws BadLineException {
    String value = node.path(field).asString("");
    if (value.isBlank()) {
      throw new BadLineException(file, line, "an entry needs \"" + field + "\"");
    }
    return value;
  }

  private LibraryEntry.Kind kind(String said, int line) throws BadLineException {
    Optional<LibraryEntry.Kind> kind =
        Arrays.stream(LibraryEntry.Kind.values())
            .filter(k -> k.name().equalsIgnoreCase(said))
            .findFirst();
    return kind.orElseThrow(
        () -> new BadLineException(file, line, "kind \"" + said + "\" is none of " + KINDS));
  }

  private static Locale language(JsonNode node, List<String> phrases) {
    String said = node.path("language").asString("");
    if (!said.isEmpty()) {
      return Locale.forLanguageTag(said);
    }
    boolean chinese = phrases.stream().anyMatch(p -> p.codePoints().anyMatch(PlainText::isHan));
    return chinese ? Locale.CHINESE : Locale.ENGLISH;
  }
}
