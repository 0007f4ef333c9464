package io.kouxin.integrations.wecom;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.MediaRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetchingTest {
  private static final int MB = 1 << 20;
  private final Office office = new Office();
  private final WireMockServer wecom =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

  @BeforeEach
  void start() {
    wecom.start();
    wecom.stubFor(
        get(urlPathEqualTo("/cgi-bin/gettoken"))
            .willReturn(okJson("{\"errcode\":0,\"access_token\":\"T\",\"expires_in\":7200}")));
  }

  @AfterEach
  void stop() {
    wecom.stop();
    office.close();
  }

  private static MappingBuilder media() {
    return get(urlPathEqualTo("/cgi-bin/media/get")).withQueryParam("media_id", equalTo("M&1"));
  }

  private void answers(ResponseDefinitionBuilder answer) {
    wecom.stubFor(media().willReturn(answer));
  }

  private byte[] fetch(long atMost) throws ChannelException {
    try (WeComApi api = office.apiAt(wecom.baseUrl())) {
      return fetch(api, atMost);
    }
  }

  private static byte[] fetch(WeComApi api, long atMost) throws ChannelException {
    var channel = new WeComChannel(api, Clock.systemUTC());
    return channel.fetch(new MediaRef.Remote("M&1", "audio/amr"), atMost);
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  @Test
  void a_note_comes_as_it_was_recorded() throws ChannelException {
    byte[] note = bytes(5000);
    String id = office.emulator.media().put("v1.amr", note);
    assertThat(office.channel.fetch(new MediaRef.Remote(id, "audio/amr"), 5000)).isEqualTo(note);
  }

  @Test
  void a_note_that_wecom_has_forgotten_is_refused() {
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> office.channel.fetch(new MediaRef.Remote("gone", ""), 5000))
        .withMessageContaining("40007 (media-gone)");
  }

  @Test
  void an_old_token_is_renewed_on_the_way() throws ChannelException {
    String id = office.emulator.media().put("v1.amr", bytes(50));
    office.api.check();
    office.emulator.tokens().revoke();
    assertThat(office.channel.fetch(new MediaRef.Remote(id, "audio/amr"), 50)).hasSize(50);
  }

  @Test
  void an_error_is_one_whatever_type_it_claims() {
    for (String type : new String[] {"text/plain", "application/octet-stream", "audio/amr"}) {
      answers(
          aResponse()
              .withHeader("Content-Type", type)
              .withBody("{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}"));
      assertThatExceptionOfType(ChannelException.Refused.class)
          .isThrownBy(() -> fetch(1000))
          .withMessageContaining("40007");
    }
  }

  @Test
  void a_proxys_page_waits() {
    answers(aResponse().withHeader("Content-Type", "text/html;charset=utf-8").withBody("<html>"));
    assertThatExceptionOfType(ChannelException.Retry.class).isThrownBy(() -> fetch(1000));
  }

  @Test
  void it_goes_nowhere_else() {
    String elsewhere = office.emulator.baseUrl() + "/cgi-bin/gettoken";
    answers(aResponse().withStatus(302).withHeader("Location", elsewhere));
    assertThatExceptionOfType(ChannelException.Retry.class).isThrownBy(() -> fetch(1000));
    assertThat(office.emulator.calls(Office.GET_TOKEN)).isZero();
  }

  @Test
  void more_than_was_asked_for_is_refused() {
    answers(aResponse().withBody(bytes(1001)));
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> fetch(1000))
        .withMessageContaining("more than 1000 bytes");
  }

  @Test
  void more_than_20_mb_comes_in_parts() throws ChannelException {
    byte[] large = bytes(25 * MB);
    inParts(large);
    assertThat(fetch(32L * MB)).isEqualTo(large);
  }

  @Test
  void more_than_20_mb_and_more_than_was_asked_for_is_refused_after_one_part() {
    inParts(bytes(25 * MB));
    assertThatExceptionOfType(ChannelException.Refused.class).isThrownBy(() -> fetch(24L * MB));
    wecom.verify(2, getRequestedFor(urlPathEqualTo("/cgi-bin/media/get")));
  }

  private void inParts(byte[] large) {
    wecom.stubFor(
        media()
            .withHeader("Range", absent())
            .willReturn(okJson("{\"errcode\":830002,\"errmsg\":\"need Range\"}")));
    int part = 10 * MB;
    for (int from = 0; from < large.length; from += part) {
      int to = Math.min(from + part, large.length);
      wecom.stubFor(
          media()
              .withHeader("Range", matching("bytes=%d-\\d+".formatted(from)))
              .willReturn(
                  aResponse()
                      .withStatus(206)
                      .withHeader(
                          "Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, large.length))
                      .withBody(Arrays.copyOfRange(large, from, to))));
    }
  }

  /** A server that goes on for ever: what was read of it is counted, not what was asked. */
  @Test
  void bytes_without_an_end_are_not_read_to_it() throws Exception {
    var written = new AtomicLong();
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> pour(server, written));
      try (WeComApi api = office.apiAt("http://127.0.0.1:" + server.getLocalPort())) {
        assertThatExceptionOfType(ChannelException.Refused.class)
            .isThrownBy(() -> fetch(api, MB))
            .withMessageContaining("more than");
      }
    }
    assertThat(written.get()).isLessThan(64L * MB);
  }

  private static void pour(ServerSocket server, AtomicLong written) {
    try (Socket first = server.accept()) {
      answer(first, "Content-Length: 55\r\n\r\n");
      first
          .getOutputStream()
          .write(
              "{\"errcode\":0,\"access_token\":\"T1234\",\"expires_in\":7200}\n"
                  .getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] block = new byte[MB];
    try (Socket second = server.accept()) {
      answer(second, "\r\n");
      while (written.addAndGet(MB) < 200L * MB) {
        second.getOutputStream().write(block);
      }
    } catch (IOException hungUp) {
      assertThat(written.get()).isPositive();
    }
  }

  private static void answer(Socket socket, String rest) throws IOException {
    socket.getInputStream().read(new byte[4096]);
    String head = "HTTP/1.1 200 OK\r\nContent-Type: audio/amr\r\nConnection: close\r\n" + rest;
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
  }
}
