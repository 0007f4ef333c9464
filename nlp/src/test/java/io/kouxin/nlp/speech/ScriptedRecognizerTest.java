package io.kouxin.nlp.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptedRecognizerTest implements SpeechRecognizerContract {
  private static final Pcm SPOKEN = Recordings.tone(220, 3);
  private static final Transcript PREPARED = heard("王主任说贵", 3);

  @Override
  public SpeechRecognizer recognizer() {
    return ScriptedRecognizer.bySound(Map.of(SPOKEN.sha256(), PREPARED));
  }

  @Override
  public Locale language() {
    return Locale.CHINESE;
  }

  @Override
  public Pcm spoken() {
    return SPOKEN;
  }

  @Test
  void gives_its_transcripts_in_order_and_then_hears_no_words() throws Exception {
    Transcript second = heard("下周三再去", 2);
    try (var recognizer = ScriptedRecognizer.inOrder(List.of(PREPARED, second))) {
      assertThat(recognizer.recognize(SPOKEN, Locale.CHINESE)).isEqualTo(PREPARED);
      assertThat(recognizer.recognize(SPOKEN, Locale.CHINESE)).isEqualTo(second);
      assertThat(recognizer.recognize(SPOKEN, Locale.CHINESE))
          .isInstanceOf(Transcript.NothingHeard.class);
    }
  }

  private static Transcript heard(String text, double seconds) {
    var word = new Transcript.Word(text, 0.1, seconds - 0.1, 0.9);
    return new Transcript.Heard(text, List.of(word), "prepared", Locale.CHINESE, seconds, 0.9);
  }
}
