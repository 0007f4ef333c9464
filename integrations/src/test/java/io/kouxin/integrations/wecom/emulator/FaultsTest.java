package io.kouxin.integrations.wecom.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a caller meets when the platform is not well. */
class FaultsTest {
  private static final String SEND = "/cgi-bin/message/send";
  private final HttpClient http = HttpClient.newHttpClient();
  private final WeComEmulator emulator = WeComEmulator.start(EmulatorConfig.random());

  @AfterEach
  void stop() {
    http.shutdownNow();
    emulator.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(emulator.baseUrl() + path)).build(),
        BodyHandlers.ofString());
  }

  private String token() throws Exception {
    String body =
        get("/cgi-bin/gettoken?corpid="
                + emulator.app().corpId()
                + "&corpsecret="
                + emulator.app().secret())
            .body();
    return JsonParser.parseString(body).getAsJsonObject().get("access_token").getAsString();
  }

  private HttpResponse<String> send(Duration patience) throws Exception {
    String body =
        "{\"touser\":\"lisi\",\"msgtype\":\"text\",\"text\":{\"content\":\"早\"},\"agentid\":"
            + emulator.app().agentId()
            + "}";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(emulator.baseUrl() + SEND + "?access_token=" + token()))
            .timeout(patience)
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> send() throws Exception {
    return send(Duration.ofSeconds(20));
  }

  @Test
  void a_slow_answer_comes_late_but_comes() throws Exception {
    emulator.faults().set(SEND, new Fault.Slow(Duration.ofMillis(300)), 1);
    long start = System.nanoTime();
    assertThat(send().body()).contains("\"errcode\":0");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
  }

  @Test
  void an_answer_that_hangs_was_sent_all_the_same() {
    emulator.faults().set(SEND, new Fault.Hang(), 1);
    assertThatThrownBy(() -> send(Duration.ofMillis(500))).isInstanceOf(HttpTimeoutException.class);
    assertThat(emulator.sent()).hasSize(1);
  }

  @Test
  void a_lost_answer_was_sent_and_a_platform_that_is_down_sends_nothing() {
    emulator.faults().set(SEND, new Fault.LostAnswer(), 1);
    assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    assertThat(emulator.sent()).hasSize(1);
    emulator.faults().set(SEND, new Fault.Down(), Faults.ALWAYS);
    assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    assertThat(emulator.sent()).hasSize(1);
  }

  @Test
  void a_status_of_http_comes_instead_of_an_answer() throws Exception {
    emulator.faults().set(SEND, new Fault.Status(502), 1);
    assertThat(send().statusCode()).isEqualTo(502);
    assertThat(send().statusCode()).isEqualTo(200);
    assertThat(emulator.sent()).hasSize(1);
  }

  @Test
  void nobody_listens_until_it_listens_again_and_nothing_is_forgotten() throws Exception {
    send();
    emulator.refuseConnections();
    assertThatThrownBy(this::send).isInstanceOf(ConnectException.class);
    emulator.listenAgain();
    send();
    assertThat(emulator.sent()).hasSize(2);
  }

  @Test
  void a_path_that_is_not_there_says_so() throws Exception {
    assertThat(get("/cgi-bin/nothing?access_token=" + token()).body()).contains("60000");
    assertThat(get("/cgi-bin/user/get").body()).contains("41001");
    assertThat(get("/cgi-bin/user/get?access_token=wrong").body()).contains("40014");
  }
}
