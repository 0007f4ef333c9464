package io.kouxin.bot.pack;

import io.kouxin.nlp.tagging.LibraryEntry;
import java.util.Locale;

/**
 * How well an entry can be found: how many full utterances it has. Keywords do not count, they
 * match everywhere.
 *
 * @param utterances phrases of at least six characters, in English of at least three words
 */
public record Strength(int utterances) {
  /** From here on more help little. */
  public static final int AIM = 12;

  /** Below, an entry is hardly found in other words. */
  public static final int LEAST = 6;

  private static final int CHARACTERS = 6;
  private static final int WORDS = 3;

  /** Of an entry. */
  public static Strength of(LibraryEntry entry) {
    return new Strength(
        (int) entry.phrases().stream().filter(text -> isFull(text, entry.language())).count());
  }

  /** Whether more phrases would help. */
  public boolean isThin() {
    return utterances < AIM;
  }

  private static boolean isFull(String phrase, Locale language) {
    String text = phrase.strip();
    return language.getLanguage().equals("en")
        ? text.split("\\s+").length >= WORDS
        : text.codePointCount(0, text.length()) >= CHARACTERS;
  }
}
