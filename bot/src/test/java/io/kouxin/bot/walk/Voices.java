package io.kouxin.bot.walk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The English memos that the speech room's tests use: flite's voice, coded as AMR-NB. */
final class Voices {
  private static final String FOLDER = "/io/kouxin/nlp/speech/memos/";

  private Voices() {}

  static byte[] memo(String name) {
    try (InputStream in = Voices.class.getResourceAsStream(FOLDER + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How much of what was said in a memo is among these words, from 0 to 1. */
  static double share(String name, String heard) {
    List<String> said =
        new String(memo("memos.tsv"), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.split("\t"))
            .filter(fields -> fields[0].equals(name))
            .map(fields -> List.of(fields[1].split(" ")))
            .findFirst()
            .orElseThrow();
    Set<String> words = new HashSet<>(List.of(heard.split(" +")));
    return (double) said.stream().filter(words::contains).count() / said.size();
  }

  static ServiceClient.Upload note(String name) {
    return new ServiceClient.Upload(name, "audio/amr", memo(name));
  }
}
