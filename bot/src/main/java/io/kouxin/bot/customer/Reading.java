package io.kouxin.bot.customer;

import io.kouxin.nlp.text.Pinyin;
import java.util.ArrayList;
import java.util.List;

/** A text read for names: its words as they are written and as they sound. */
record Reading(String raw, List<Words.Word> words, List<String> written, List<String> sounded) {

  static Reading of(String raw, Sounds sounds) {
    List<Words.Word> words = Words.of(raw);
    List<String> written = words.stream().map(Words.Word::text).toList();
    return new Reading(raw, words, written, sounded(words, written, sounds));
  }

  /** How these words sound; what is not Chinese sounds as it is written. */
  static List<String> sounded(List<String> written, Sounds sounds) {
    String joined = String.join("", written);
    if (joined.length() != written.size()) {
      return written.stream()
          .map(word -> word.length() == 1 ? sounds.of(word).getFirst() : word)
          .map(Pinyin::fold)
          .toList();
    }
    return sounds.of(joined).stream().map(Pinyin::fold).toList();
  }

  /** Chinese is read in whole runs, because a character's reading depends on its neighbours. */
  private static List<String> sounded(List<Words.Word> words, List<String> written, Sounds sounds) {
    List<String> sounded = new ArrayList<>(words.size());
    int from = 0;
    while (from < words.size()) {
      int to = from;
      while (to < words.size() && words.get(to).text().length() == 1 && words.get(to).isHan()) {
        to++;
      }
      if (to == from) {
        sounded.add(written.get(from++));
      } else {
        String run = String.join("", written.subList(from, to));
        sounds.of(run).forEach(syllable -> sounded.add(Pinyin.fold(syllable)));
        from = to;
      }
    }
    return sounded;
  }

  /** For each word, how many words from it on no mark parts. */
  int[] reach() {
    int[] reach = new int[words.size()];
    for (int i = words.size() - 1; i >= 0; i--) {
      boolean joined = i + 1 < words.size() && !words.get(i + 1).broken();
      reach[i] = joined ? reach[i + 1] + 1 : 1;
    }
    return reach;
  }

  int start(PhraseIndex.Hit hit) {
    return words.get(hit.at()).start();
  }

  int end(PhraseIndex.Hit hit) {
    return words.get(hit.at() + hit.length() - 1).end();
  }
}
