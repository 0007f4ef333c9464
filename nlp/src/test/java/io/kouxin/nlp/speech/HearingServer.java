package io.kouxin.nlp.speech;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** A server that speaks {@code /v1/audio/transcriptions}, as its authors' documents show it. */
final class HearingServer implements AutoCloseable {
  static final String KEY = "sk-never-in-a-log";
  static final String PATH = "/v1/audio/transcriptions";
  private final WireMockServer http = new WireMockServer(options().dynamicPort());

  HearingServer() {
    http.start();
  }

  /** Words are heard in this sound, none in any other. */
  void hears(Pcm sound, String json) {
    http.stubFor(
        request()
            .withMultipartRequestBody(aMultipart().withName("file"))
            .willReturn(ok("{\"text\":\"\"}")));
    http.stubFor(
        request()
            .withMultipartRequestBody(
                aMultipart().withName("file").withBody(binaryEqualTo(Wav.of(sound))))
            .willReturn(ok(json)));
  }

  /** Whatever it is asked, it says this. */
  void says(ResponseDefinitionBuilder answer) {
    http.resetMappings();
    http.stubFor(any(anyUrl()).willReturn(answer));
  }

  /** One more answer, for what a test wants to tell apart. */
  void add(MappingBuilder mapping) {
    http.stubFor(mapping);
  }

  static MappingBuilder request() {
    return post(PATH).withHeader("Authorization", equalTo("Bearer " + KEY));
  }

  static ResponseDefinitionBuilder ok(String json) {
    return aResponse()
        .withStatus(200)
        .withHeader("Content-Type", "application/json")
        .withBody(json);
  }

  int requests() {
    return http.getAllServeEvents().size();
  }

  WireMockServer http() {
    return http;
  }

  TranscriptionServer address() {
    return new TranscriptionServer(
        URI.create(http.baseUrl()), "sense-voice", KEY, Duration.ofSeconds(5), Set.of("zh", "en"));
  }

  @Override
  public void close() {
    http.stop();
  }
}
