package io.kouxin.integrations.dingtalk.emulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway seen by the JDK's own WebSocket, which knows nothing of DingTalk. */
class StreamGatewayTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final BlockingQueue<JsonObject> frames = new LinkedBlockingQueue<>();
  private StreamGateway gateway;
  private HttpClient http;

  @BeforeEach
  void open() throws Exception {
    gateway = new StreamGateway();
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(gateway.trustStore())) {
      trusted.load(in, gateway.trustStorePassword().toCharArray());
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    http = HttpClient.newBuilder().sslContext(context).build();
  }

  @AfterEach
  void close() {
    gateway.close();
    http.shutdownNow();
  }

  private final class Hearing implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        frames.add(JsonParser.parseString(text.toString()).getAsJsonObject());
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(socket, data, last);
    }
  }

  private HttpResponse<String> ask(String secret) throws Exception {
    String body =
        "{\"clientId\":\"dingemulated\",\"clientSecret\":\""
            + secret
            + "\",\"subscriptions\":"
            + "[{\"type\":\"CALLBACK\",\"topic\":\"/v1.0/im/bot/messages/get\"}]}";
    return http.send(
        HttpRequest.newBuilder(URI.create(gateway.apiUrl() + "/v1.0/gateway/connections/open"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI ticket() throws Exception {
    JsonObject answer =
        JsonParser.parseString(ask(StreamGateway.CLIENT_SECRET).body()).getAsJsonObject();
    return URI.create(
        answer.get("endpoint").getAsString() + "?ticket=" + answer.get("ticket").getAsString());
  }

  private WebSocket connect(URI at) {
    WebSocket socket = http.newWebSocketBuilder().buildAsync(at, new Hearing()).join();
    assertThat(socket.isOutputClosed()).isFalse();
    return socket;
  }

  private JsonObject frame() throws InterruptedException {
    JsonObject frame = frames.poll(SOON.toSeconds(), TimeUnit.SECONDS);
    assertThat(frame).isNotNull();
    return frame;
  }

  private void answer(WebSocket socket, JsonObject frame) {
    String id = frame.getAsJsonObject("headers").get("messageId").getAsString();
    socket.sendText("{\"code\":200,\"headers\":{\"messageId\":\"" + id + "\"}}", true).join();
  }

  @Test
  void wrong_credentials_get_401() throws Exception {
    HttpResponse<String> answer = ask("wrong");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"authFailed\"", "requestid");
  }

  @Test
  void a_ticket_is_good_once_and_for_ninety_seconds() throws Exception {
    URI used = ticket();
    connect(used);
    assertThatThrownBy(() -> connect(used))
        .hasRootCauseMessage("Unexpected HTTP response status code 401");
    URI old = ticket();
    gateway.advance(Duration.ofSeconds(91));
    assertThatThrownBy(() -> connect(old))
        .hasRootCauseMessage("Unexpected HTTP response status code 401");
  }

  @Test
  void a_push_that_is_not_answered_comes_again_after_a_minute() throws Exception {
    WebSocket socket = connect(ticket());
    Push push = gateway.robot("{\"msgId\":\"m1\"}");
    JsonObject first = frame();
    gateway.advance(Duration.ofSeconds(59));
    gateway.advance(Duration.ofSeconds(2));
    JsonObject second = frame();
    assertThat(second.get("data")).isEqualTo(first.get("data"));
    answer(socket, second);
    assertThat(push.await(SOON).code()).isEqualTo(200);
    assertThat(push.deliveries()).isEqualTo(2);
  }

  @Test
  void an_answer_that_got_lost_counts_for_none() throws Exception {
    WebSocket socket = connect(ticket());
    gateway.faults().losesAnswers();
    Push push = gateway.robot("{\"msgId\":\"m1\"}");
    answer(socket, frame());
    gateway.advance(Duration.ofSeconds(61));
    frame();
    assertThat(push.isAnswered()).isFalse();
  }

  @Test
  void a_push_can_come_twice_and_be_overtaken() throws Exception {
    connect(ticket());
    gateway.faults().twice(1);
    gateway.robot("one");
    assertThat(frame().get("data")).isEqualTo(frame().get("data"));
    gateway.faults().swapsNext();
    gateway.robot("two");
    gateway.robot("three");
    assertThat(frame().get("data").getAsString()).isEqualTo("three");
    assertThat(frame().get("data").getAsString()).isEqualTo("two");
  }

  @Test
  void what_a_broken_socket_did_not_answer_comes_again_first() throws Exception {
    connect(ticket());
    gateway.robot("one");
    frame();
    gateway.kill();
    gateway.robot("two");
    assertThat(gateway.awaitSockets(0, SOON)).isTrue();
    connect(ticket());
    assertThat(frame().get("data").getAsString()).isEqualTo("one");
    assertThat(frame().get("data").getAsString()).isEqualTo("two");
  }

  @Test
  void a_silent_gateway_keeps_the_socket() throws Exception {
    connect(ticket());
    assertThat(gateway.awaitSockets(1, SOON)).as("the client may know of it first").isTrue();
    gateway.faults().silent();
    gateway.robot("one");
    gateway.faults().clear();
    gateway.robot("two");
    assertThat(frame().get("data").getAsString()).isEqualTo("two");
    assertThat(gateway.sockets()).isEqualTo(1);
  }
}
