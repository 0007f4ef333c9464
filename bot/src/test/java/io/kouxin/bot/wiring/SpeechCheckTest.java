package io.kouxin.bot.wiring;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.kouxin.bot.doctor.Finding;
import io.kouxin.bot.hearing.Preference;
import io.kouxin.integrations.channel.Checkup.State;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SpeechCheckTest {
  private static final WireMockServer SERVER = new WireMockServer(options().dynamicPort());

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  private static SpeechSettings settings(String engine) {
    return new Binder(
            new MapConfigurationPropertySource(
                Map.of(
                    "kouxin.speech.engine", engine,
                    "kouxin.speech.server.url", SERVER.baseUrl() + "/v1",
                    "kouxin.speech.server.model", "sense-voice",
                    "kouxin.speech.server.key", "sk-secret",
                    "kouxin.speech.server.timeout", "5s")))
        .bindOrCreate("kouxin.speech", SpeechSettings.class);
  }

  private static Finding found(ResponseDefinitionBuilder answer, boolean here) {
    SERVER.resetAll();
    SERVER.stubFor(post("/v1/audio/transcriptions").willReturn(answer));
    return SpeechCheck.of(settings("openai-compatible"), language -> here).findings().getFirst();
  }

  @Test
  void says_that_the_server_answers() {
    Finding found = found(okJson("{\"text\":\"\"}"), false);

    assertThat(found.state()).isEqualTo(State.OK);
    assertThat(found.keys()).containsExactly("speech-server");
    assertThat(found.values().get("model")).isEqualTo("sense-voice");
  }

  @Test
  void says_what_is_wrong_with_the_server_and_who_listens_instead() {
    assertThat(found(aResponse().withStatus(401), true).keys())
        .containsExactly("speech-instead", "speech-server-key");
    assertThat(found(aResponse().withStatus(404), false).keys())
        .containsExactly("speech-nobody", "speech-server-refused");
    assertThat(found(aResponse().withStatus(503), true).keys()).contains("speech-server-busy");
    assertThat(found(aResponse().withBody("<html>"), true).keys()).contains("speech-server-odd");
    assertThat(found(aResponse().withFault(Fault.EMPTY_RESPONSE), true).keys())
        .contains("speech-server-away");
    assertThat(found(aResponse().withStatus(401), true).state()).isEqualTo(State.WARNING);
    assertThat(found(aResponse().withStatus(401), false).state()).isEqualTo(State.BROKEN);
  }

  @Test
  void the_platforms_words_need_no_model_and_count_before_ours() {
    SpeechSettings platform = settings("platform");

    assertThat(platform.preference()).isEqualTo(Preference.PLATFORM);
    assertThat(platform.fetches()).isFalse();
    assertThat(platform.needed()).isEqualTo(Locale.ROOT);
    assertThat(SpeechCheck.of(platform, language -> false).findings().getFirst().keys())
        .containsExactly("speech-platform");
    SpeechSettings vosk = settings("Vosk");
    assertThat(vosk.preference()).isEqualTo(Preference.BETTER);
    assertThat(vosk.needed().getLanguage()).isEqualTo("zh");
  }

  @Test
  void names_the_setting_that_is_wrong_and_never_the_key() {
    for (String engine : List.of("", "kaldi", "vosk2", "openai")) {
      assertThatThrownBy(() -> settings(engine).listener())
          .isInstanceOf(WrongSetting.class)
          .hasMessageContaining("kouxin.speech.engine");
    }
    assertThat(settings("vosk").toString()).doesNotContain("sk-secret");
  }
}
