package io.kouxin.bot.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All sentences of the bot, in every language it speaks. Immutable. */
public final class Wording {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Sentences chinese;
  private final Sentences english;

  private Wording(Sentences chinese, Sentences english) {
    this.chinese = chinese;
    this.english = english;
  }

  /**
   * The sentences that the jar carries.
   *
   * @throws IllegalStateException when a file is missing or is no flat list of texts
   */
  public static Wording bundled() {
    return classPath("/templates/messages");
  }

  static Wording classPath(String folder) {
    return new Wording(
        read(folder + "/zh-CN.yaml", Locale.SIMPLIFIED_CHINESE),
        read(folder + "/en.yaml", Locale.ENGLISH));
  }

  /** The sentences in the reader's language: English for English, Chinese for everybody else. */
  public Sentences in(Locale language) {
    return language.getLanguage().equals("en") ? english : chinese;
  }

  private static Sentences read(String file, Locale language) {
    try (InputStream in = Wording.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      Map<String, Template> texts = new LinkedHashMap<>();
      collect("", YAML.readValue(in, Map.class), texts);
      return new Sentences(language, texts);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  /** A nested block is read as its dotted keys, so that either layout of the file will do. */
  private static void collect(String prefix, Map<?, ?> block, Map<String, Template> texts) {
    block.forEach(
        (name, value) -> {
          String key = prefix + name;
          if (value instanceof Map<?, ?> nested) {
            collect(key + ".", nested, texts);
          } else if (value instanceof String text) {
            texts.put(key, Template.of(text.strip()));
          } else {
            throw new IllegalArgumentException(key + " must be a text, quoted if it is a number");
          }
        });
  }
}
