package io.kouxin.bot.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uses the API the way a program outside would. */
record ServiceClient(URI home, String token) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** An answer: its status and its JSON. */
  record Answer(int status, JsonNode body) {
    String detail() {
      return body.path("detail").asString("");
    }
  }

  Answer say(String rep, String text) throws IOException {
    return send(form(Map.of("rep", rep, "text", text)));
  }

  Answer place(String rep, String json) throws IOException {
    return send(form(Map.of("rep", rep, "place", json)));
  }

  Answer upload(String rep, Upload file) throws IOException {
    var body = new ByteArrayOutputStream();
    field(body, "rep", rep);
    body.write(
        ("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                + "Content-Type: %s\r\n\r\n")
            .formatted(file.name(), file.type())
            .getBytes(UTF_8));
    body.write(file.bytes());
    body.write("\r\n".getBytes(UTF_8));
    return send(formOf(body));
  }

  /** A file to send. */
  @SuppressWarnings("ArrayRecordComponent")
  record Upload(String name, String type, byte[] bytes) {}

  Answer tap(String rep, String card, String action) throws IOException {
    String json =
        JSON.writeValueAsString(
            Map.of("rep", rep, "card", card, "action", action, "ticked", List.of()));
    return send(json("/api/v1/sandbox/actions").POST(BodyPublishers.ofString(json)));
  }

  Answer put(String path, Object json) throws IOException {
    return send(json(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(json))));
  }

  Answer patch(String path, Object json) throws IOException {
    return send(json(path).method("PATCH", BodyPublishers.ofString(JSON.writeValueAsString(json))));
  }

  Answer post(String path, Object json) throws IOException {
    return send(json(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(json))));
  }

  private HttpRequest.Builder json(String path) {
    return to(path).header("Content-Type", "application/json");
  }

  Answer get(String path) throws IOException {
    return send(to(path).GET());
  }

  Answer delete(String path) throws IOException {
    return send(to(path).DELETE());
  }

  /** What a person's chat shows, oldest first. */
  List<JsonNode> chat(String rep) throws IOException {
    return items("/api/v1/sandbox/messages?rep=" + URLEncoder.encode(rep, UTF_8));
  }

  List<JsonNode> followUps(String rep) throws IOException {
    return items("/api/v1/follow-ups?limit=200&rep=" + URLEncoder.encode(rep, UTF_8));
  }

  List<JsonNode> items(String path) throws IOException {
    Answer answer = get(path);
    if (answer.status() != 200) {
      throw new IllegalStateException(path + ": " + answer);
    }
    List<JsonNode> items = new ArrayList<>();
    answer.body().path("items").forEach(items::add);
    return items;
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(home.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token);
  }

  static Answer send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(
          response.statusCode(), json ? JSON.readTree(response.body()) : JSON.createObjectNode());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder form(Map<String, String> fields) throws IOException {
    var body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      field(body, field.getKey(), field.getValue());
    }
    return formOf(body);
  }

  private static void field(ByteArrayOutputStream body, String name, String value)
      throws IOException {
    body.write(
        "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
            .formatted(name, value)
            .getBytes(UTF_8));
  }

  private HttpRequest.Builder formOf(ByteArrayOutputStream body) throws IOException {
    body.write("--edge--\r\n".getBytes(UTF_8));
    return to("/api/v1/sandbox/messages")
        .header("Content-Type", "multipart/form-data; boundary=edge")
        .POST(BodyPublishers.ofByteArray(body.toByteArray()));
  }
}
