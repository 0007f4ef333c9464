package io.kouxin.nlp.tagging;

import io.kouxin.nlp.text.OwnWords;

/**
 * The words of a memo, on which its meaning depends.
 *
 * @param hidden by plain character, whether it is said in every memo
 * @param library what of the library may be meant in it
 */
@SuppressWarnings("ArrayRecordComponent") // soon forgotten: no copies
record MemoWords(Units units, boolean[] hidden, OwnWords library) {
  String plain() {
    return units.plain().text();
  }
}
