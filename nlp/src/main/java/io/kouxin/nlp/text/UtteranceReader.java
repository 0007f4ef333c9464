package io.kouxin.nlp.text;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * Reads words: numbers, amounts, people, times. Never fails; what it does not understand it leaves
 * out.
 */
public interface UtteranceReader {

  /**
   * Reads a whole memo.
   *
   * @param raw what was said or typed, any length, possibly without punctuation
   * @param language the language to read it in
   * @param now the moment it was said; its zone is the zone of every time in it
   */
  Utterance read(String raw, Locale language, ZonedDateTime now);

  /**
   * The spans of the separate visits that a memo reports (第一家…第二家…), in order; one span over the
   * whole memo when there is one visit.
   */
  List<Span> visits(String raw, Locale language);
}
