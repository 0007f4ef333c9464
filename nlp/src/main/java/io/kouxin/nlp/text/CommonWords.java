package io.kouxin.nlp.text;

import com.hankcs.hanlp.dictionary.CoreDictionary;

/** The words of everyday Chinese, by HanLP's core dictionary. */
final class CommonWords {
  private CommonWords() {}

  /** Whether these characters are a word of two characters or more. */
  static boolean contains(String word) {
    return word.length() >= 2 && CoreDictionary.contains(word);
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
}
