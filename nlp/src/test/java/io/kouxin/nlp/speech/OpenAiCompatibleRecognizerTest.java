package io.kouxin.nlp.speech;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenAiCompatibleRecognizerTest implements SpeechRecognizerContract {
  private static final Pcm SPOKEN = Recordings.tone(220, 3);
  private static HearingServer server;

  @BeforeAll
  static void start() {
    server = new HearingServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void hears() {
    server.http().resetAll();
    server.hears(
        SPOKEN,
        """
        {"task":"transcribe","language":"chinese","duration":3.0,"text":"王主任说贵，下周三再去。",
         "segments":[
          {"id":0,"start":0.0,"end":1.4,"text":"王主任说贵，","avg_logprob":-0.1,"no_speech_prob":0.01},
          {"id":1,"start":1.4,"end":2.9,"text":"下周三再去。","avg_logprob":-0.5,"no_speech_prob":0.02}],
         "words":[{"word":"王主任","start":0.1,"end":0.6},{"word":"说","start":0.6,"end":0.8},
          {"word":"贵","start":0.8,"end":1.2,"probability":0.31},{"word":"下周三","start":1.6,"end":2.2},
          {"word":"再去","start":2.2,"end":3.4}]}
        """);
  }

  @Override
  public SpeechRecognizer recognizer() {
    return recognizer(ListeningTimes.NONE);
  }

  private static OpenAiCompatibleRecognizer recognizer(ListeningTimes times) {
    var guards = ServerGuards.of(Duration.ofMillis(1), Duration.ofMinutes(5));
    return new OpenAiCompatibleRecognizer(server.address(), 2, guards, times);
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
  void sends_what_the_api_asks_for_and_a_wav_of_16_kHz() throws Exception {
    try (var recognizer = recognizer()) {
      recognizer.recognize(SPOKEN, Locale.CHINESE);
    }

    server
        .http()
        .verify(
            1,
            postRequestedFor(urlEqualTo(HearingServer.PATH))
                .withHeader("Authorization", equalTo("Bearer " + HearingServer.KEY))
                .withRequestBodyPart(part("model", "sense-voice"))
                .withRequestBodyPart(part("language", "zh"))
                .withRequestBodyPart(part("response_format", "verbose_json"))
                .withRequestBodyPart(part("timestamp_granularities[]", "word")));
    Pcm sent = new AudioDecoder(AudioLimits.standard()).decode(Wav.of(SPOKEN));
    assertThat(sent.samples()).isEqualTo(SPOKEN.samples());
  }

  private static com.github.tomakehurst.wiremock.matching.MultipartValuePattern part(
      String name, String value) {
    return aMultipart().withName(name).withBody(equalTo(value)).build();
  }

  @Test
  void takes_a_words_own_probability_else_that_of_its_segment() throws Exception {
    try (var recognizer = recognizer()) {
      var heard = (Transcript.Heard) recognizer.recognize(SPOKEN, Locale.CHINESE);

      assertThat(heard.text()).isEqualTo("王主任说贵，下周三再去。");
      assertThat(heard.engine()).isEqualTo("sense-voice");
      assertThat(heard.words().get(0).confidence()).isBetween(0.90, 0.91); // e^-0.1
      assertThat(heard.words().get(2).confidence()).isEqualTo(0.31);
      assertThat(heard.words().get(4).confidence()).isBetween(0.60, 0.61); // e^-0.5
      assertThat(heard.words().get(4).end()).as("never behind the recording").isEqualTo(3.0);
    }
  }

  @Test
  void leaves_out_what_is_made_up_where_nobody_spoke() throws Exception {
    server.says(
        HearingServer.ok(
            """
            {"text":"王主任说贵谢谢观看","segments":[
             {"start":0.0,"end":1.4,"text":"王主任说贵","avg_logprob":-0.2,"no_speech_prob":0.01},
             {"start":1.4,"end":2.9,"text":"谢谢观看","avg_logprob":-1.3,"no_speech_prob":0.92}],
             "words":[{"word":"王主任","start":0.1,"end":0.6},{"word":"说贵","start":0.7,"end":1.2},
              {"word":"谢谢观看","start":1.5,"end":2.8}]}
            """));
    try (var recognizer = recognizer()) {
      var heard = (Transcript.Heard) recognizer.recognize(SPOKEN, Locale.CHINESE);

      assertThat(heard.text()).isEqualTo("王主任说贵");
      assertThat(heard.words()).extracting(Transcript.Word::word).containsExactly("王主任", "说贵");
    }
  }

  @Test
  void asks_again_without_times_where_the_model_has_none_and_remembers_it() throws Exception {
    server.says(aResponse().withStatus(400));
    server.add(
        HearingServer.request()
            .withMultipartRequestBody(
                aMultipart().withName("response_format").withBody(equalTo("json")))
            .willReturn(HearingServer.ok("{\"text\":\" 王主任\\n说贵 \"}")));
    try (var recognizer = recognizer()) {
      var heard = (Transcript.Heard) recognizer.recognize(SPOKEN, Locale.CHINESE);
      recognizer.recognize(SPOKEN, Locale.CHINESE);

      assertThat(heard.text()).isEqualTo("王主任 说贵");
      assertThat(heard.words()).isEmpty();
      assertThat(heard.confidence()).as("not said").isZero();
      assertThat(server.requests()).isEqualTo(3);
    }
  }

  /** One bad answer, what it means, and how often the server is asked. */
  private record Bad(
      String what,
      com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer,
      ServerTrouble means,
      int asked) {}

  private static List<Bad> badAnswers() {
    List<Bad> all = new ArrayList<>();
    for (int code : new int[] {401, 403}) {
      all.add(new Bad("" + code, aResponse().withStatus(code), ServerTrouble.KEY, 1));
    }
    for (int code : new int[] {404, 413, 418, 204}) {
      all.add(new Bad("" + code, aResponse().withStatus(code), ServerTrouble.REFUSED, 1));
    }
    for (int code : new int[] {400, 415, 422}) { // asked once more without times
      all.add(new Bad("" + code, aResponse().withStatus(code), ServerTrouble.REFUSED, 2));
    }
    for (int code : new int[] {408, 429, 500, 502, 503}) { // tried once more
      all.add(new Bad("" + code, aResponse().withStatus(code), ServerTrouble.BUSY, 2));
    }
    all.add(
        new Bad(
            "sent elsewhere",
            aResponse().withStatus(307).withHeader("Location", "http://127.0.0.1:1/v1"),
            ServerTrouble.REFUSED,
            1));
    for (String body :
        List.of(
            "", "<html>", "[]", "null", "\"text\"", "{", "{}", "{\"text\":5}", "{\"error\":{}}")) {
      all.add(new Bad("body " + body, HearingServer.ok(body), ServerTrouble.GARBLED, 1));
    }
    String deep = "{\"text\":" + "[".repeat(5000);
    all.add(new Bad("deep", HearingServer.ok(deep), ServerTrouble.GARBLED, 1));
    String big = "{\"text\":\"" + "贵".repeat(1 << 20) + "\"}";
    all.add(new Bad("3 MB", HearingServer.ok(big), ServerTrouble.GARBLED, 1));
    all.add(
        new Bad(
            "cut off",
            aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE),
            ServerTrouble.UNREACHABLE,
            2));
    return all;
  }

  @Test
  void says_of_every_bad_answer_what_is_wrong_and_never_the_key() {
    for (Bad bad : badAnswers()) {
      server.http().resetAll();
      server.says(bad.answer());
      try (var recognizer = recognizer()) {
        assertThatThrownBy(() -> recognizer.recognize(SPOKEN, Locale.CHINESE))
            .as(bad.what())
            .isInstanceOfSatisfying(
                ServerAway.class,
                away -> {
                  var failure = (ServerFailure) away.getCause();
                  assertThat(failure.trouble()).as(bad.what()).isEqualTo(bad.means());
                  assertThat(away.why()).doesNotContain(HearingServer.KEY).hasSizeLessThan(60);
                });
        assertThat(server.requests()).as(bad.what()).isEqualTo(bad.asked());
      }
    }
  }

  @Test
  void keeps_the_text_where_times_make_no_sense() throws Exception {
    for (String words :
        List.of(
            "{}",
            "[1,null,\"a\"]",
            "[{\"word\":\"贵\"}]",
            "[{\"word\":\"贵\",\"start\":-1,\"end\":1}]",
            "[{\"word\":\"贵\",\"start\":2,\"end\":1}]",
            "[{\"word\":\"贵\",\"start\":7,\"end\":8}]",
            "[{\"word\":\"\",\"start\":0,\"end\":1}]",
            "[{\"word\":\"贵\",\"start\":\"x\",\"end\":1}]",
            "[{\"word\":\"贵\",\"start\":1,\"end\":2},{\"word\":\"了\",\"start\":0,\"end\":1}]")) {
      server.says(HearingServer.ok("{\"text\":\"贵了\",\"words\":" + words + "}"));
      try (var recognizer = recognizer()) {
        var heard = (Transcript.Heard) recognizer.recognize(SPOKEN, Locale.CHINESE);

        assertThat(heard.text()).as(words).isEqualTo("贵了");
        assertThat(heard.words()).as(words).isEmpty();
      }
    }
  }

  @Test
  void hears_on_the_second_try_what_failed_in_passing() throws Exception {
    server.http().resetAll();
    server.add(
        HearingServer.request()
            .inScenario("busy")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withStatus(503))
            .willSetStateTo("free"));
    server.add(
        HearingServer.request()
            .inScenario("busy")
            .whenScenarioStateIs("free")
            .willReturn(HearingServer.ok("{\"text\":\"贵\"}")));
    List<Double> seconds = new ArrayList<>();
    try (var recognizer = recognizer((engine, language, length, work) -> seconds.add(length))) {
      assertThat(recognizer.recognize(SPOKEN, Locale.CHINESE)).isInstanceOf(Transcript.Heard.class);
    }
    assertThat(seconds).containsExactly(3.0);
  }

  @Test
  void leaves_a_server_alone_that_keeps_failing() {
    server.says(aResponse().withStatus(500));
    try (var recognizer = recognizer()) {
      for (int i = 0; i < 5; i++) {
        assertThatThrownBy(() -> recognizer.recognize(SPOKEN, Locale.CHINESE))
            .isInstanceOf(ServerAway.class);
      }
      assertThat(server.requests()).isEqualTo(4);
      assertThat(recognizer.ready(Locale.CHINESE)).isFalse();
    }
  }

  @Test
  void tells_doctor_what_is_wrong() {
    try (var recognizer = recognizer(ListeningTimes.NONE)) {
      assertThat(recognizer.trouble(Locale.CHINESE)).isEmpty();
      server.says(aResponse().withStatus(401));
      assertThat(recognizer.trouble(Locale.CHINESE)).contains(ServerTrouble.KEY);
    }
  }

  @Test
  void refuses_addresses_that_are_none_and_hides_the_key() {
    for (String url : List.of("ftp://x/v1", "file:///etc", "http:///v1", "http://u:p@x/v1", "x")) {
      assertThatThrownBy(() -> at(url)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(at("http://x:1").transcriptions()).hasToString("http://x:1/v1/audio/transcriptions");
    assertThat(at("http://x/api/v1/").transcriptions())
        .hasToString("http://x/api/v1/audio/transcriptions");
    assertThat(at("http://x/v1/audio/transcriptions").transcriptions())
        .hasToString("http://x/v1/audio/transcriptions");
    assertThat(server.address().toString()).doesNotContain(HearingServer.KEY);
  }

  private static TranscriptionServer at(String url) {
    return new TranscriptionServer(URI.create(url), "m", "", Duration.ofSeconds(1), Set.of("zh"));
  }

  @Test
  void writes_a_head_that_every_player_knows() {
    byte[] wav = Wav.of(Recordings.silence(1));

    assertThat(wav).hasSize(44 + 2 * Pcm.RATE);
    assertThat(new String(wav, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
  }
}
