package io.kouxin.nlp.speech;

import java.util.List;
import java.util.Locale;

/** What a recogniser made of a recording. Hearing nothing is an answer, not an error. */
public sealed interface Transcript {

  /** The model that listened, for example {@code vosk-model-small-en-us-0.15}. */
  String engine();

  /** The language it listened for. */
  Locale language();

  /** Length of the recording in seconds. */
  double seconds();

  /**
   * Words were heard.
   *
   * @param text the words as one line, never blank; Chinese without spaces between the words
   * @param words each word in order
   * @param confidence mean confidence of the words, 0 to 1
   */
  record Heard(
      String text,
      List<Word> words,
      String engine,
      Locale language,
      double seconds,
      double confidence)
      implements Transcript {
    public Heard {
      words = List.copyOf(words);
    }
  }

  /** No words were heard; the recording is worth keeping all the same. */
  record NothingHeard(Reason reason, String engine, Locale language, double seconds)
      implements Transcript {}

  /**
   * One recognised word.
   *
   * @param start seconds from the beginning of the recording
   * @param end seconds from the beginning of the recording
   * @param confidence 0 to 1; words below about 0.6 are often wrong
   */
  record Word(String word, double start, double end, double confidence) {}

  /** Why nothing was heard. */
  enum Reason {
    /** The recording has no sound above the noise floor. */
    SILENCE,
    /** There is sound, and the recogniser found no word in it. */
    NO_WORDS
  }
}
