package io.kouxin.integrations.wecom;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * The address that comes with a message to an AI bot: it takes one answer, within an hour (document
 * 101138). It has no key against repeats, so what left without an answer is doubtful.
 */
final class ResponseUrl {
  static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LATER = Duration.ofSeconds(30);
  private static final int OK = 200;
  private final HttpClient http;

  ResponseUrl(HttpClient http) {
    this.http = http;
  }

  static JsonObject markdown(String words) {
    var content = new JsonObject();
    content.addProperty("content", Sayable.of(words));
    return typed("markdown", content);
  }

  static JsonObject card(JsonObject card) {
    return typed("template_card", card);
  }

  static JsonObject typed(String type, JsonObject content) {
    var body = new JsonObject();
    body.addProperty("msgtype", type);
    body.add(type, content);
    return body;
  }

  /**
   * What WeCom says to it.
   *
   * @throws ChannelException.Retry only if nothing has been taken
   */
  Answer post(String address, JsonObject body) throws ChannelException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      return answer(response.statusCode(), response.body());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new ChannelException.Retry(AT_ONCE, "WeCom cannot be reached: no connection");
    } catch (IOException e) {
      throw doubtful();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw doubtful();
    }
  }

  private static Answer answer(int status, String body) throws ChannelException {
    Optional<Told> told = Told.of(body);
    if (status != OK || told.isEmpty()) {
      throw new ChannelException.Retry(LATER, "HTTP " + status + " on the way to WeCom");
    }
    return Acks.answer(told.get());
  }

  private static ChannelException.Doubtful doubtful() {
    return new ChannelException.Doubtful(
        "It left for WeCom's AI bot, no answer came, and a repeat could be seen twice");
  }
}
