package io.kouxin.bot.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads UTF-8 lines and the JSON in them; what is wrong with a file is said in one sentence. */
final class Lines {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Lines() {}

  static List<String> of(Path file) throws BadLineException {
    if (!Files.isRegularFile(file)) {
      throw new BadLineException(file, 0, "there is no such file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return of(file, in);
    } catch (IOException e) {
      throw new BadLineException(file, 0, "cannot be read");
    }
  }

  /** The lines of a stream; {@code name} stands for it in messages. */
  static List<String> of(Path name, InputStream in) throws BadLineException {
    var out = new ArrayList<String>();
    try (var reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
      reader
          .lines()
          .forEach(line -> out.add(out.isEmpty() ? line.replaceFirst("^\uFEFF", "") : line));
      return out;
    } catch (java.io.UncheckedIOException | IOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new BadLineException(
          name,
          out.size() + 1,
          cause instanceof CharacterCodingException
              ? "not UTF-8 near this line"
              : "cannot be read");
    }
  }

  /** The JSON object of one line. */
  static JsonNode json(Path file, int line, String text) throws BadLineException {
    try {
      JsonNode node = JSON.readTree(text);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      throw new BadLineException(file, line, "not JSON: " + firstSentence(e));
    }
    throw new BadLineException(file, line, "expected a JSON object");
  }

  private static String firstSentence(JacksonException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("unreadable");
  }
}
