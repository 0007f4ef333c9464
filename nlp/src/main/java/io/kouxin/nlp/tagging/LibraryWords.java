package io.kouxin.nlp.tagging;

import io.kouxin.nlp.text.OwnWords;
import io.kouxin.nlp.text.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Pairs of characters in phrases that share something with a memo, as far as they sound in it. */
final class LibraryWords implements OwnWords {
  private final Map<String, Integer> phrases = new HashMap<>();
  private final Map<String, List<String>> sounding = new HashMap<>();

  private LibraryWords() {}

  /**
   * The words of phrases that may be meant in a memo.
   *
   * @param phrases those that share something with it
   */
  static LibraryWords of(Stream<Phrase> phrases, Memo memo) {
    var words = new LibraryWords();
    phrases.forEach(
        phrase ->
            phrase.parts().stream()
                .filter(part -> part.pair() && memo.terms().contains(part.sound()))
                .forEach(words::add));
    return words;
  }

  private void add(Phrase.Part part) {
    String pair = part.gram().replace("_", "");
    boolean characters = pair.length() == 2 && pair.chars().allMatch(PlainText::isHan);
    if (characters && phrases.merge(pair, 1, Integer::sum) == 1) {
      sounding.computeIfAbsent(part.sound(), sound -> new ArrayList<>()).add(pair);
    }
  }

  @Override
  public int phrases(String pair) {
    return phrases.getOrDefault(pair, 0);
  }

  @Override
  public List<String> sounding(List<String> folded) {
    return sounding.getOrDefault(Units.soundPair(folded.get(0), folded.get(1)), List.of());
  }
}
