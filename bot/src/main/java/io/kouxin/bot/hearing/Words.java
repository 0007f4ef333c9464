package io.kouxin.bot.hearing;

import io.kouxin.nlp.speech.Transcript;
import io.kouxin.nlp.text.HeardWord;
import io.kouxin.nlp.text.NameRepair;
import io.kouxin.nlp.text.ReadableText.Pause;
import io.kouxin.nlp.text.Repaired;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of a voice note, as it is kept beside the note.
 *
 * @param outcome whether there are words, and if not, why
 * @param text empty unless something was heard
 * @param language a language tag
 * @param seconds length of the recording, 0 where it could not be played
 * @param confidence 0 to 1; 0 where who listened does not say
 * @param other what somebody else understood, if somebody else listened
 * @param repaired the words with names put right by their sound, if any were; {@code text} and
 *     {@code words} stay as they were heard
 */
public record Words(
    Outcome outcome,
    String text,
    List<Transcript.Word> words,
    String engine,
    String language,
    double seconds,
    double confidence,
    Optional<Other> other,
    Optional<Repaired> repaired) {
  /** The platform that brought the note, as {@link #engine}. */
  public static final String PLATFORM = "platform";

  public Words {
    words = List.copyOf(words);
  }

  /** What another understood of the same recording. */
  public record Other(String engine, String text) {}

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
              heard.confidence(),
              Optional.empty(),
              Optional.empty());
      case Transcript.NothingHeard nothing ->
          new Words(
              nothing.reason() == Transcript.Reason.SILENCE ? Outcome.SILENCE : Outcome.NOISE,
              "",
              List.of(),
              nothing.engine(),
              nothing.language().toLanguageTag(),
              nothing.seconds(),
              0,
              Optional.empty(),
              Optional.empty());
    };
  }

  static Words none(Outcome outcome, Locale language) {
    return new Words(
        outcome,
        "",
        List.of(),
        "",
        language.toLanguageTag(),
        0,
        0,
        Optional.empty(),
        Optional.empty());
  }

  /** What the platform understood; it says neither how sure it is nor when each word was said. */
  public static Words platform(String text, Locale language, double seconds) {
    return new Words(
        Outcome.HEARD,
        text.strip(),
        List.of(),
        PLATFORM,
        language.toLanguageTag(),
        seconds,
        0,
        Optional.empty(),
        Optional.empty());
  }

  /** These, with what another understood kept beside them. */
  Words beside(Words theirs) {
    Optional<Other> heard =
        theirs.outcome() == Outcome.HEARD
            ? Optional.of(new Other(theirs.engine(), theirs.text()))
            : Optional.empty();
    return new Words(
        outcome,
        text,
        words,
        engine,
        language,
        seconds == 0 ? theirs.seconds() : seconds,
        confidence,
        heard,
        repaired);
  }

  /** These, with the names put right that were heard with doubt. */
  Words spelled(NameRepair names) {
    if (confidence == 0) { // nobody knows which words are doubtful
      return this;
    }
    Repaired right = names.repair(text, places());
    return right.repairs().isEmpty()
        ? this
        : new Words(
            outcome, text, words, engine, language, seconds, confidence, other, Optional.of(right));
  }

  /** Where in the text each word stands; one that is not found there has no place. */
  public List<HeardWord> places() {
    List<HeardWord> places = new ArrayList<>();
    int from = 0;
    for (Transcript.Word word : words) {
      int start = text.indexOf(word.word(), from);
      if (start >= 0) {
        from = start + word.word().length();
        places.add(new HeardWord(start, from, word.confidence()));
      }
    }
    return List.copyOf(places);
  }

  /** Where the speaker paused, by the times of the words. */
  public List<Pause> pauses() {
    List<Pause> pauses = new ArrayList<>();
    int from = 0;
    double silent = 0;
    for (Transcript.Word word : words) {
      int start = text.indexOf(word.word(), from);
      if (start >= 0) {
        if (from > 0) {
          pauses.add(new Pause(from, word.start() - silent));
        }
        from = start + word.word().length();
        silent = word.end();
      }
    }
    return List.copyOf(pauses);
  }

  /** The words to go by. */
  public String said() {
    return repaired.map(Repaired::text).orElse(text);
  }
}
