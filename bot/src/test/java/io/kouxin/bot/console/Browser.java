package io.kouxin.bot.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the started console that knows the token. */
record Browser(URI home) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Browser at(int port) {
    return new Browser(URI.create("http://127.0.0.1:" + port));
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = to(path).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  JsonNode json(String path) throws Exception {
    return JSON.readTree(get(path).body());
  }

  HttpResponse<String> postJson(String path, String body) throws Exception {
    var json = BodyPublishers.ofString(body);
    return send(to(path).header("Content-Type", "application/json").POST(json));
  }

  HttpResponse<String> postForm(String path, Part... parts) throws Exception {
    var body = new ByteArrayOutputStream();
    for (Part part : parts) {
      part.write(body);
    }
    body.write("--edge--\r\n".getBytes(UTF_8));
    return send(
        to(path)
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(home.resolve(path))
        .header("Authorization", "Bearer " + ConsoleServer.TOKEN);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  /** One part of a form; with a type it is a file. */
  @SuppressWarnings("ArrayRecordComponent")
  record Part(String name, String fileName, String type, byte[] bytes) {
    static Part field(String name, String value) {
      return new Part(name, "", "", value.getBytes(UTF_8));
    }

    private void write(ByteArrayOutputStream body) throws IOException {
      String file =
          type.isEmpty() ? "" : "; filename=\"" + fileName + "\"\r\nContent-Type: " + type;
      body.write(
          ("--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n\r\n")
              .getBytes(UTF_8));
      body.write(bytes);
      body.write("\r\n".getBytes(UTF_8));
    }
  }
}
