package io.kouxin.nlp.speech;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server that fails, and one in this process that does not. */
class FallbackRecognizerTest implements SpeechRecognizerContract {
  private static final Pcm SPOKEN = Recordings.tone(220, 3);
  private static HearingServer server;

  @BeforeAll
  static void start() {
    server = new HearingServer();
    server.says(aResponse().withStatus(503));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  public SpeechRecognizer recognizer() {
    return new FallbackRecognizer(
        away(), ScriptedRecognizer.bySound(Map.of(SPOKEN.sha256(), OURS)));
  }

  private static final Transcript OURS =
      new Transcript.Heard(
          "王主任说贵",
          List.of(new Transcript.Word("王主任说贵", 0.1, 2.9, 0.9)),
          "prepared",
          Locale.CHINESE,
          3,
          0.9);

  private static SpeechRecognizer away() {
    var guards = ServerGuards.of(Duration.ofMillis(1), Duration.ofMinutes(5));
    return new OpenAiCompatibleRecognizer(server.address(), 1, guards, ListeningTimes.NONE);
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
  void says_who_listened() throws Exception {
    try (var recognizer = recognizer()) {
      assertThat(recognizer.recognize(SPOKEN, Locale.CHINESE).engine()).isEqualTo("prepared");
    }
  }

  @Test
  void says_that_the_server_is_away_where_nobody_else_hears_the_language() {
    try (var recognizer = new FallbackRecognizer(away(), ScriptedRecognizer.inOrder(List.of()))) {
      assertThat(recognizer.ready(Locale.CHINESE)).isTrue();
      for (int i = 0; i < 2; i++) { // two tries each
        assertThatThrownBy(() -> recognizer.recognize(SPOKEN, Locale.CHINESE))
            .isInstanceOf(ServerAway.class);
      }
      assertThat(recognizer.ready(Locale.CHINESE)).as("left alone").isFalse();
    }
  }
}
