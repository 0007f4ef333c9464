package io.kouxin.bot.hearing;

import io.kouxin.nlp.speech.Transcript;
import java.util.List;
import java.util.Locale;

/**
 * What became of a voice note, as it is kept beside the note.
 *
 * @param outcome whether there are words, and if not, why
 * @param text empty unless something was heard
 * @param language a language tag
 * @param seconds length of the recording, 0 where it could not be played
 */
public record Words(
    Outcome outcome,
    String text,
    List<Transcript.Word> words,
    String engine,
    String language,
    double seconds,
    double confidence) {
  public Words {
    words = List.copyOf(words);
  }

  /** Whether there are words. */
  public enum Outcome {
    HEARD,
    /** Nothing but silence. */
    SILENCE,
    /** Sound without a word in it. */
    NOISE,
    /** Not a recording, or damaged beyond playing. */
    UNREADABLE,
    /** Longer than we listen. */
    TOO_LONG
  }

  static Words of(Transcript transcript) {
    return switch (transcript) {
      case Transcript.Heard heard ->
          new Words(
              Outcome.HEARD,
              heard.text(),
              heard.words(),
              heard.engine(),
              heard.language().toLanguageTag(),
              heard.seconds(),
              heard.confidence());
      case Transcript.NothingHeard nothing ->
          new Words(
              nothing.reason() == Transcript.Reason.SILENCE ? Outcome.SILENCE : Outcome.NOISE,
              "",
              List.of(),
              nothing.engine(),
              nothing.language().toLanguageTag(),
              nothing.seconds(),
              0);
    };
  }

  static Words none(Outcome outcome, Locale language) {
    return new Words(outcome, "", List.of(), "", language.toLanguageTag(), 0, 0);
  }
}
