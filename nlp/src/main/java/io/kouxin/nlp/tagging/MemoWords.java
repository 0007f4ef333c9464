package io.kouxin.nlp.tagging;

import io.kouxin.nlp.text.OwnWords;
import io.kouxin.nlp.text.Pinyin;
import java.util.stream.Stream;

/**
 * The words of a memo, on which its meaning depends.
 *
 * @param plain its plain text
 * @param hidden by plain character, whether it is said in every memo
 * @param library what of the library may be meant in it
 */
@SuppressWarnings("ArrayRecordComponent") // soon forgotten: no copies
record MemoWords(String plain, boolean[] hidden, OwnWords library) {
  /**
   * The words of a memo.
   *
   * @param phrases those that share something with it; what does not sound in them as it does in
   *     the memo is never asked for, and left out to save time
   */
  static MemoWords of(Memo memo, boolean[] hidden, Stream<Phrase> phrases) {
    var library = new OwnWords();
    phrases
        .flatMap(phrase -> phrase.parts().stream())
        .filter(part -> part.pair() && memo.terms().contains(part.sound()))
        .map(part -> part.gram().replace("_", ""))
        .distinct()
        .forEach(pair -> library.add(pair, Pinyin.foldedSyllables(pair)));
    return new MemoWords(memo.units().plain().text(), hidden, library);
  }
}
