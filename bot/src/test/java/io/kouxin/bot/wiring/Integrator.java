package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Calls the API of a service on this machine. */
record Integrator(int port, String token) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** A message of the sandbox, as its page sends it. */
  void post(String rep, String part, String content) throws IOException, InterruptedException {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"rep\"\r\n\r\n"
            + rep
            + "\r\n--b\r\nContent-Disposition: form-data; name=\""
            + part
            + "\r\n\r\n"
            + content
            + "\r\n--b--\r\n";
    HttpRequest request =
        request("/sandbox/messages")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(202);
  }

  HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
  }

  /** The address of a path of the API. */
  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + "/api/v1" + path);
  }
}
