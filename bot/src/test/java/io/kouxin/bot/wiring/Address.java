package io.kouxin.bot.wiring;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

/** An address of the API, asked the way a page of ours or a program asks. */
record Address(int port, String path) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** A line at the head of a request, such as the one that says who asks. */
  record Header(String name, String value) {}

  static Header bearer(String secret) {
    return new Header("Authorization", "Bearer " + secret);
  }

  /** Asks; later headers take the place of ours. */
  HttpResponse<String> send(Header who, String method, String body, Header... more)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    Stream.concat(Stream.of(who), Stream.of(more))
        .forEach(header -> request.setHeader(header.name(), header.value()));
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
