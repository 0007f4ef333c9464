package io.kouxin.bot.customer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Finds which of many word sequences stand in a text, in time that grows with the text and not with
 * their number: the first two words tell which lengths are worth looking up.
 *
 * @param <T> what a sequence stands for
 */
final class PhraseIndex<T> {
  private final Map<String, BitSet> lengths = new HashMap<>();
  private final Map<List<String>, List<T>> meanings = new HashMap<>();

  void add(List<String> words, T meaning) {
    lengths.computeIfAbsent(start(words, 0), start -> new BitSet()).set(words.size());
    meanings.computeIfAbsent(List.copyOf(words), phrase -> new ArrayList<>(1)).add(meaning);
  }

  /**
   * Tells every occurrence.
   *
   * @param reach for each word, how many words from it on belong together
   * @param found the place of the first word with the phrase's length, and its meanings
   */
  void find(List<String> words, int[] reach, BiConsumer<Hit, List<T>> found) {
    for (int at = 0; at < words.size(); at++) {
      find(words, at, reach[at], words.get(at), found);
      if (reach[at] > 1) {
        find(words, at, reach[at], start(words, at), found);
      }
    }
  }

  private void find(
      List<String> words, int at, int reach, String start, BiConsumer<Hit, List<T>> found) {
    Optional.ofNullable(lengths.get(start)).stream()
        .flatMapToInt(BitSet::stream)
        .takeWhile(length -> length <= reach)
        .forEach(
            length ->
                Optional.ofNullable(meanings.get(words.subList(at, at + length)))
                    .ifPresent(all -> found.accept(new Hit(at, length), all)));
  }

  private static String start(List<String> words, int at) {
    return words.size() - at == 1 ? words.get(at) : words.get(at) + ' ' + words.get(at + 1);
  }

  /** Where a phrase stands, in words. */
  record Hit(int at, int length) {}
}
