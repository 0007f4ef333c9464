package io.kouxin.nlp.tagging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A memo on which scores are calibrated.
 *
 * @param units its words
 * @param about ids of the entries it is known to be about; they learn nothing from it
 */
record BackgroundMemo(Units units, Set<String> about) {
  /** Phrases of one memo that is put together, at most: about as many words as a rep says. */
  private static final int PHRASES = 10;

  /** A memo of which it is not known what it is about. */
  static BackgroundMemo of(Units units) {
    return new BackgroundMemo(units, Set.of());
  }

  /** Memos of phrases of as many entries each: what an entry gets from the others is chance. */
  static List<BackgroundMemo> strungTogether(Phrases library, int atMost) {
    List<Phrase> phrases = library.phrases();
    int memos = Math.min(atMost, phrases.size() / PHRASES);
    return IntStream.range(0, memos)
        .mapToObj(
            m ->
                IntStream.range(0, PHRASES)
                    .map(k -> (int) ((m + (long) k * phrases.size() / PHRASES) % phrases.size()))
                    .mapToObj(phrases::get)
                    .toList())
        .map(said -> together(library, said))
        .toList();
  }

  private static BackgroundMemo together(Phrases library, List<Phrase> said) {
    return new BackgroundMemo(
        Units.of(said.stream().map(p -> p.plain() + "\n").collect(Collectors.joining())),
        said.stream()
            .map(p -> library.entries().get(p.entry()).id())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Memos put together from the phrases of one entry each: they tell what is common in the trade of
   * a library, and what the other entries get from them is chance.
   */
  static List<BackgroundMemo> putTogether(Phrases library, int atMost) {
    Map<Integer, List<Phrase>> entries =
        library.phrases().stream()
            .collect(Collectors.groupingBy(Phrase::entry, LinkedHashMap::new, Collectors.toList()));
    List<List<Phrase>> all = List.copyOf(entries.values());
    int memos = Math.min(atMost, all.size());
    return IntStream.range(0, memos)
        .mapToObj(m -> all.get((int) ((long) m * all.size() / memos)))
        .map(phrases -> together(library, phrases.stream().limit(PHRASES).toList()))
        .toList();
  }
}
