package io.kouxin.bot.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads memos from JSON Lines; any field but {@code id} and {@code text} is left alone. */
final class MemoFile {

  /** A memo of the input. */
  record Memo(String id, String text) {}

  private MemoFile() {}

  static List<Memo> memos(Path file, List<String> lines) throws BadLineException {
    var out = new ArrayList<Memo>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        JsonNode node = Lines.json(file, i + 1, lines.get(i));
        out.add(new Memo(field(node, "id", file, i + 1), field(node, "text", file, i + 1)));
      }
    }
    return out;
  }

  /** The texts of a background file: JSON Lines with {@code text}, or bare lines. */
  static List<String> texts(Path file) throws BadLineException {
    List<String> lines = Lines.of(file);
    var out = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank()) {
        boolean json = line.startsWith("{");
        out.add(json ? field(Lines.json(file, i + 1, line), "text", file, i + 1) : line);
      }
    }
    return out;
  }

  private static String field(JsonNode node, String name, Path file, int line)
      throws BadLineException {
    JsonNode value = node.path(name);
    if (!value.isString() && !value.isNumber()) {
      throw new BadLineException(file, line, "a memo needs \"" + name + "\"");
    }
    return value.asString();
  }
}
