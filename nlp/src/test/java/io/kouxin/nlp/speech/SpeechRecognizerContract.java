package io.kouxin.nlp.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SpeechRecognizer} keeps; an implementation's test implements this interface.
 */
public interface SpeechRecognizerContract {
  /** A recogniser that is ready for {@link #language}; the tests close what they must. */
  SpeechRecognizer recognizer();

  /** A language it is ready for. */
  Locale language();

  /** A recording in which it hears words of that language. */
  Pcm spoken();

  @Test
  default void hears_words_with_their_times_and_confidence() throws Exception {
    try (var recognizer = recognizer()) {
      var heard = (Transcript.Heard) recognizer.recognize(spoken(), language());

      assertThat(heard.text()).isNotBlank();
      assertThat(heard.language()).isEqualTo(language());
      assertThat(heard.engine()).isNotBlank();
      assertThat(heard.seconds()).isEqualTo(spoken().seconds());
      assertThat(heard.confidence()).isBetween(0.0, 1.0);
      assertThat(heard.words()).isNotEmpty();
      double last = 0;
      for (Transcript.Word word : heard.words()) {
        assertThat(word.word()).isNotBlank();
        assertThat(word.confidence()).isBetween(0.0, 1.0);
        assertThat(word.start()).isGreaterThanOrEqualTo(last).isLessThan(word.end());
        last = word.start();
      }
      assertThat(heard.words().getLast().end()).isLessThanOrEqualTo(heard.seconds() + 0.1);
    }
  }

  @Test
  default void hears_nothing_in_silence_and_says_so() throws Exception {
    try (var recognizer = recognizer()) {
      for (Pcm silence : new Pcm[] {Recordings.silence(3), Recordings.silence(0)}) {
        var heard = (Transcript.NothingHeard) recognizer.recognize(silence, language());

        assertThat(heard.reason()).isEqualTo(Transcript.Reason.SILENCE);
        assertThat(heard.seconds()).isEqualTo(silence.seconds());
      }
    }
  }

  @Test
  default void hears_no_words_in_a_tone_and_says_so() throws Exception {
    try (var recognizer = recognizer()) {
      Pcm tone = Recordings.tone(440, 2);
      var heard = (Transcript.NothingHeard) recognizer.recognize(tone, language());

      assertThat(heard.reason()).isEqualTo(Transcript.Reason.NO_WORDS);
    }
  }

  @Test
  default void names_the_language_it_has_no_model_for() {
    try (var recognizer = recognizer()) {
      assertThat(recognizer.ready(language())).isTrue();
      assertThat(recognizer.ready(Locale.forLanguageTag("tlh"))).isFalse();
      assertThatThrownBy(() -> recognizer.recognize(spoken(), Locale.forLanguageTag("tlh")))
          .isInstanceOf(ModelMissing.class)
          .hasMessageContaining("tlh");
    }
  }

  @Test
  default void takes_several_recordings_at_once() throws Exception {
    try (var recognizer = recognizer();
        var threads = Executors.newFixedThreadPool(3)) {
      var first = threads.submit(() -> recognizer.recognize(Recordings.silence(1), language()));
      var second = threads.submit(() -> recognizer.recognize(spoken(), language()));
      var third = threads.submit(() -> recognizer.recognize(Recordings.silence(2), language()));

      assertThat(first.get()).isInstanceOf(Transcript.NothingHeard.class);
      assertThat(second.get()).isInstanceOf(Transcript.Heard.class);
      assertThat(third.get().seconds()).isEqualTo(2);
    }
  }

  @Test
  default void listens_no_more_once_closed() {
    var recognizer = recognizer();
    recognizer.close();

    assertThatThrownBy(() -> recognizer.recognize(spoken(), language()))
        .isInstanceOf(IllegalStateException.class);
  }
}
