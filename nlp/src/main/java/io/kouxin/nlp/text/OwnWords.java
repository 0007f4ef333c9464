package io.kouxin.nlp.text;

import java.util.List;

/**
 * The words of a company's library, in pairs of characters: what a rep meant is rather one of these
 * than any other word.
 */
public interface OwnWords {
  /** No library at all. */
  OwnWords NONE =
      new OwnWords() {
        @Override
        public int phrases(String pair) {
          return 0;
        }

        @Override
        public List<String> sounding(List<String> folded) {
          return List.of();
        }
      };

  /** How many phrases say a pair of characters, about; 0 for none. */
  int phrases(String pair);

  /**
   * The pairs of characters that sound so.
   *
   * @param folded two syllables as {@link Pinyin#foldedSyllables} gives them
   */
  List<String> sounding(List<String> folded);
}
