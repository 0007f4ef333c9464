package io.kouxin.bot.walk;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;

/** Knocks at a service's doors for DingTalk, and tells the status of the answer. */
record Doors(ServiceClient client, DingTalkLetters letters) {
  static final String ROBOT = "/callbacks/dingtalk/robot";
  static final String EVENTS = "/callbacks/dingtalk/events";
  static final String CARDS = "/callbacks/dingtalk/cards";

  HttpRequest.Builder to(String path, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(client.home().resolve(path)).timeout(Duration.ofSeconds(60));
    headers.forEach(request::header);
    return request;
  }

  int post(String path, Map<String, String> headers, String body) throws IOException {
    return ServiceClient.send(to(path, headers).POST(BodyPublishers.ofString(body))).status();
  }

  /** As the robot is told it, signed well. */
  int robot(String body) throws IOException {
    return post(ROBOT, letters.signed(), body);
  }

  /** As a tap is told, signed well. */
  int tapped(JsonObject tap) throws IOException {
    return post(CARDS, letters.signedForCards(), tap.toString());
  }
}
