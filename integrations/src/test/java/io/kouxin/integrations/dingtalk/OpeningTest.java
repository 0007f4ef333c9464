package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.dingtalk.open.app.stream.network.api.EndPointConnection;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever answers in DingTalk's place becomes words. */
class OpeningTest {
  private HttpServer server;
  private Opening opening;
  private int status = 200;
  private String body = "";
  private String accept = "";

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.createContext("/", this::answer);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    opening = new Opening(new StreamSettings("id", "hush", url, Duration.ofMinutes(2)));
  }

  @AfterEach
  void close() {
    opening.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    accept = exchange.getRequestHeaders().getFirst("Accept");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Location", "/elsewhere");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private NotOpenException failure(int withStatus, String withBody) {
    status = withStatus;
    body = withBody;
    return catchThrowableOfType(NotOpenException.class, () -> opening.ask());
  }

  @Test
  void an_address_and_a_ticket_become_a_connection() throws Exception {
    body = "{\"endpoint\":\"wss://wss-open-connection.dingtalk.com/connect\",\"ticket\":\"t-1\"}";
    EndPointConnection connection = opening.ask();
    assertThat(connection.getEndPoint().toString())
        .isEqualTo("wss://wss-open-connection.dingtalk.com:443/connect");
    assertThat(connection.getConnectionId()).isEqualTo("t-1");
    assertThat(accept).isEqualTo("application/json");
  }

  @Test
  void refusals_need_somebody_and_troubles_need_time() {
    assertThat(failure(401, "{\"code\":\"authFailed\"}").isRefused()).isTrue();
    assertThat(failure(403, "").isRefused()).isTrue();
    assertThat(failure(400, "{\"code\":\"invalidClientId\"}").isRefused()).isTrue();
    assertThat(failure(400, "{\"code\":\"systemError\"}").isRefused()).isFalse();
    assertThat(failure(503, "{\"code\":\"systemError\"}").isRefused()).isFalse();
    assertThat(failure(302, "").isRefused()).isFalse();
  }

  @Test
  void a_page_of_a_proxy_is_not_quoted() {
    assertThat(failure(502, "<html>hush</html>").reason())
        .isEqualTo("DingTalk gave no connection (HTTP 502, no code)");
    assertThat(failure(401, "{\"code\":\"your secret hush\"}").reason())
        .endsWith("(HTTP 401, no code)");
    assertThat(failure(200, "<html>login</html>").reason()).contains("is not DingTalk");
  }

  @Test
  void an_answer_without_a_good_address_or_ticket_is_none() {
    for (String bad :
        new String[] {
          "{}",
          "[]",
          "null",
          "[".repeat(50_000),
          "{\"endpoint\":\"wss://a:1/connect\"}",
          "{\"endpoint\":7,\"ticket\":{}}",
          "{\"endpoint\":\"ws://a:1/connect\",\"ticket\":\"t\"}",
          "{\"endpoint\":\"wss://\",\"ticket\":\"t\"}",
          "{\"endpoint\":\"wss\",\"ticket\":\"t\"}",
          "{\"endpoint\":\"wss://a:1/connect\",\"ticket\":\"a b\\r\\nX: 1\"}"
        }) {
      assertThat(failure(200, bad)).as(bad).isNotNull();
    }
  }

  @Test
  void an_answer_without_end_is_not_read() {
    assertThat(failure(200, "x".repeat(1 << 20)).reason()).startsWith("DingTalk cannot be reached");
  }

  @Test
  void the_secret_is_not_among_the_words_of_the_settings() {
    assertThat(StreamSettings.of("ding1", "hush").toString())
        .contains("ding1", "https://api.dingtalk.com")
        .doesNotContain("hush");
  }
}
