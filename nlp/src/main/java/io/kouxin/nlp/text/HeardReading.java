package io.kouxin.nlp.text;

import java.util.List;
import java.util.Optional;

/** A transcript by its words and its sounds. */
final class HeardReading {
  private final String raw;
  private final List<HeardWord> words;
  private final List<String> syllables;

  HeardReading(String raw, List<HeardWord> words) {
    this.raw = raw;
    this.words = words;
    this.syllables = Pinyin.syllables(raw);
  }

  /**
   * Whole words that stand together and are so many Chinese characters.
   *
   * @param from which word comes first
   */
  Optional<Window> window(int from, int characters) {
    int start = words.get(from).start();
    int end = start;
    for (int i = from; i < words.size() && end - start < characters; i++) {
      HeardWord word = words.get(i);
      if (word.start() != end
          || !raw.substring(word.start(), word.end()).chars().allMatch(PlainText::isHan)) {
        return Optional.empty();
      }
      end = word.end();
      if (end - start == characters) {
        return Optional.of(new Window(start, words.subList(from, i + 1)));
      }
    }
    return Optional.empty();
  }

  /** A stretch of the transcript that begins and ends with a word. */
  final class Window {
    private final int start;
    private final List<HeardWord> inside;

    private Window(int start, List<HeardWord> inside) {
      this.start = start;
      this.inside = inside;
    }

    int start() {
      return start;
    }

    int length() {
      return inside.getLast().end() - start;
    }

    String text() {
      return raw.substring(start, start + length());
    }

    List<HeardWord> words() {
      return inside;
    }

    List<String> sounds() {
      return syllables.subList(start, start + length());
    }

    List<String> folded() {
      return sounds().stream().map(Pinyin::fold).toList();
    }

    String before() {
      return raw.substring(Math.max(0, start - 2), start);
    }

    String behind() {
      return raw.substring(start + length(), Math.min(raw.length(), start + length() + 2));
    }

    String textOf(HeardWord word) {
      return raw.substring(word.start(), word.end());
    }
  }
}
