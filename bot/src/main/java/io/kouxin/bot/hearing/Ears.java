package io.kouxin.bot.hearing;

import io.kouxin.nlp.speech.ModelMissing;
import io.kouxin.nlp.speech.Transcript;
import io.kouxin.nlp.speech.UnreadableAudio;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Bytes of a recording in, words out. */
public interface Ears {

  /** Whether this language can be heard now. */
  boolean ready(Locale language);

  /** How far the preparation of a language has come, in percent; empty text if nobody knows. */
  String progress(Locale language);

  /** How long a recording is, whatever its language; empty if it cannot be played. Blocks. */
  Optional<Duration> length(byte[] recording);

  /**
   * Decodes and listens; blocks until it is done.
   *
   * @throws ModelMissing if {@link #ready} is false for the language
   * @throws UnreadableAudio if the bytes cannot be played
   */
  Transcript listen(byte[] recording, Locale language) throws ModelMissing, UnreadableAudio;
}
