package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A caller that knows the platform and not the emulator; its clock stands still. */
final class Caller implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-11T02:00:00Z");
  private static final Gson GSON = new Gson();
  final DingTalkEmulator emulator =
      DingTalkEmulator.start(EmulatorConfig.random().at(Clock.fixed(NOW, ZoneOffset.UTC)));
  private final HttpClient http = HttpClient.newHttpClient();
  private Duration patience = Duration.ofSeconds(20);
  private String token = "";

  /** An answer: its status and its JSON. */
  record Reply(int status, JsonObject body) {
    String text(String name) {
      return body.get(name).getAsString();
    }

    JsonArray list(String name) {
      return body.getAsJsonArray(name);
    }

    JsonObject object(String name) {
      return body.getAsJsonObject(name);
    }

    /** The code of the new kind, or the errcode of the old. */
    String code() {
      return body.has("code") ? text("code") : text("errcode");
    }
  }

  void patience(Duration other) {
    patience = other;
  }

  String token() throws Exception {
    EmulatorConfig.App app = emulator.app();
    Reply reply =
        send(
            "POST",
            "/v1.0/oauth2/accessToken",
            Map.of("appKey", app.clientId(), "appSecret", app.clientSecret()));
    token = reply.text("accessToken");
    return token;
  }

  /** From now on with this token. */
  void use(String other) {
    token = other;
  }

  /** With the token, which is fetched once; of either kind of path. */
  Reply post(String path, Map<String, ?> body) throws Exception {
    return call("POST", path, body);
  }

  Reply put(String path, Map<String, ?> body) throws Exception {
    return call("PUT", path, body);
  }

  Reply get(String path) throws Exception {
    return call("GET", path, Map.of());
  }

  private Reply call(String method, String path, Map<String, ?> body) throws Exception {
    if (token.isEmpty()) {
      token();
    }
    boolean old = !path.startsWith("/v1.0/");
    String joint = path.contains("?") ? "&" : "?";
    return send(method, old ? path + joint + "access_token=" + token : path, body);
  }

  /** Without a token in the query. */
  Reply send(String method, String path, Map<String, ?> body) throws Exception {
    HttpResponse<String> response = raw(method, path, GSON.toJson(body));
    return new Reply(
        response.statusCode(), JsonParser.parseString(response.body()).getAsJsonObject());
  }

  HttpResponse<String> raw(String method, String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        request(path).method(method, BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(String url) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
  }

  Reply upload(String type, String name, byte[] bytes) throws Exception {
    String path = "/media/upload?access_token=" + token() + "&type=" + type;
    String head =
        "--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(emulator.baseUrl() + path))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofByteArray(bytes),
                    BodyPublishers.ofString("\r\n--b--\r\n")))
            .build();
    String body = http.send(request, BodyHandlers.ofString()).body();
    return new Reply(200, JsonParser.parseString(body).getAsJsonObject());
  }

  private HttpRequest.Builder request(String path) {
    String url = path.startsWith("http") ? path : emulator.baseUrl() + path;
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(patience)
        .header("Content-Type", "application/json")
        .header("x-acs-dingtalk-access-token", token);
  }

  /** The robot to these people, one by one. */
  Reply batch(String key, Map<String, ?> params, String... users) throws Exception {
    return post(
        "/v1.0/robot/oToMessages/batchSend",
        Map.of(
            "robotCode",
            emulator.app().robotCode(),
            "userIds",
            users,
            "msgKey",
            key,
            "msgParam",
            GSON.toJson(params)));
  }

  Reply text(String words, String... users) throws Exception {
    return batch("sampleText", Map.of("content", words), users);
  }

  /** The robot to a group. */
  Reply group(String id, String words) throws Exception {
    return post(
        "/v1.0/robot/groupMessages/send",
        Map.of(
            "robotCode",
            emulator.app().robotCode(),
            "openConversationId",
            id,
            "msgKey",
            "sampleText",
            "msgParam",
            GSON.toJson(Map.of("content", words))));
  }

  SentMessage last() {
    return emulator.sent().getLast();
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.shutdownNow();
    emulator.close();
  }
}
