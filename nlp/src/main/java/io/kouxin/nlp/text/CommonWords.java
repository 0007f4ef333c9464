package io.kouxin.nlp.text;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** The words of everyday Chinese, by HanLP's core dictionary. */
final class CommonWords {
  private CommonWords() {}

  /** Whether these characters are a word of two characters or more. */
  static boolean contains(String word) {
    return word.length() >= 2 && CoreDictionary.contains(word);
  }

  /** Whether a word of two characters begins here. */
  static boolean startsAt(String text, int at) {
    return at + 2 <= text.length() && contains(text.substring(at, at + 2));
  }

  /** How often a word stood in the newspapers that were counted, 0 when it is none. */
  static int frequency(String word) {
    return CoreDictionary.getTermFrequency(word);
  }

  /** Whether any stretch of two characters or more is a word. */
  static boolean within(String text) {
    for (int from = 0; from < text.length(); from++) {
      for (int to = from + 2; to <= Math.min(text.length(), from + 4); to++) {
        if (contains(text.substring(from, to))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Every word, also those of one character, with how often it stood in the newspapers that were
   * counted. HanLP has no list of them, so they are read back out of its double array: the parent
   * of node {@code i} is the one whose base is {@code check[i]}, the character between them is the
   * rest, and a node at its own base ends a word.
   */
  static void each(ObjIntConsumer<String> reader) {
    DoubleArrayTrie<CoreDictionary.Attribute> trie = CoreDictionary.trie;
    int[] base = trie.getBase();
    int[] check = trie.getCheck();
    int size = Math.min(base.length, check.length);
    Map<Integer, Integer> nodes = new HashMap<>();
    for (int i = 1; i < size; i++) {
      if (base[i] > 0 && check[i] > 0) {
        nodes.put(base[i], i);
      }
    }
    for (int i = 1; i < size; i++) {
      if (base[i] < 0 && check[i] == i) {
        String word = spelled(nodes, check, i);
        reader.accept(word, CoreDictionary.getTermFrequency(word));
      }
    }
  }

  private static String spelled(Map<Integer, Integer> nodes, int[] check, int end) {
    var word = new StringBuilder();
    for (Integer node = nodes.get(end); node != null; node = nodes.get(check[node])) {
      word.append((char) (node - check[node] - 1));
    }
    return word.reverse().toString();
  }
}
