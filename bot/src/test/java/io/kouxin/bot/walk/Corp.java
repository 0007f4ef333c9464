package io.kouxin.bot.walk;

import io.kouxin.bot.walk.ServiceClient.Answer;
import io.kouxin.integrations.wecom.emulator.Delivery;
import io.kouxin.integrations.wecom.emulator.EmulatorConfig;
import io.kouxin.integrations.wecom.emulator.Happening;
import io.kouxin.integrations.wecom.emulator.Letter;
import io.kouxin.integrations.wecom.emulator.Member;
import io.kouxin.integrations.wecom.emulator.SentMessage;
import io.kouxin.integrations.wecom.emulator.WeComEmulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A corporation on WeCom whose people work with a service under test. */
final class Corp implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String DOOR = "/callbacks/wecom";

  private final WeComEmulator emulator = WeComEmulator.start(EmulatorConfig.random());

  WeComEmulator emulator() {
    return emulator;
  }

  /** What the service has to know of WeCom, as environment variables, and more. */
  Map<String, String> settings(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("KOUXIN_WECOM_CORPID", emulator.app().corpId());
    all.put("KOUXIN_WECOM_AGENTID", String.valueOf(emulator.app().agentId()));
    all.put("KOUXIN_WECOM_SECRET", emulator.app().secret());
    all.put("KOUXIN_WECOM_TOKEN", emulator.keys().token());
    all.put("KOUXIN_WECOM_AESKEY", emulator.keys().aesKey());
    all.put("KOUXIN_WECOM_BASEURL", emulator.baseUrl());
    // Another site than ours for a browser, as the real one is.
    all.put("KOUXIN_WECOM_LOGINURL", emulator.baseUrl().replace("127.0.0.1", "localhost"));
    return all;
  }

  static URI door(ServiceClient service) {
    return service.home().resolve(DOOR);
  }

  /** Callbacks go to this service from now on. */
  void calls(ServiceClient service) {
    emulator.callback(door(service));
  }

  /** Somebody who is a member on WeCom and known to the service. */
  void employ(ServiceClient service, String userId, String language) throws IOException {
    emulator.people().add(Member.of(userId, userId));
    introduce(service, userId, language);
  }

  /** Tells the service who a member is. */
  static void introduce(ServiceClient service, String userId, String language) throws IOException {
    String account = userId.toLowerCase(Locale.ROOT);
    Answer answer =
        service.put(
            "/api/v1/people/" + account,
            Map.of(
                "name",
                userId,
                "role",
                "rep",
                "language",
                language,
                "accounts",
                List.of(Map.of("channel", "wecom", "account", account))));
    insist(answer.status() == 200, answer);
  }

  /** Adds customers by their names. */
  static void sellTo(ServiceClient service, List<String> customers) throws IOException {
    for (String name : customers) {
      Answer answer = service.post("/api/v1/customers", Map.of("name", name));
      insist(answer.status() == 201, answer);
    }
  }

  private static void insist(boolean so, Answer answer) {
    if (!so) {
      throw new AssertionError(String.valueOf(answer));
    }
  }

  /** Somebody does this; fails if the service does not acknowledge it. */
  Delivery tell(Happening what) {
    Delivery delivery = emulator.inject(what);
    if (!delivery.isAccepted()) {
      throw new AssertionError(what + ": " + delivery);
    }
    return delivery;
  }

  /** A message of the platform as a member writes it, sealed for the door of this service. */
  Letter letter(ServiceClient service, String plain) {
    return emulator.letter(plain, door(service));
  }

  /** The XML of a text, as the platform writes it before it is sealed. */
  String text(String userId, String messageId, String words) {
    return xml(
        userId,
        "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA["
            + words
            + "]]></Content><MsgId>"
            + messageId
            + "</MsgId>");
  }

  /** The XML of anything, between what all of it has. */
  String xml(String userId, String elements) {
    return "<xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName><CreateTime>1760000000</CreateTime>%s<AgentID>%d</AgentID></xml>"
        .formatted(emulator.app().corpId(), userId, elements, emulator.app().agentId());
  }

  /** Brings a letter in this content type (empty for none) and gives the status of the answer. */
  static int post(Letter letter, String contentType) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(letter.address())
            .timeout(Duration.ofSeconds(60))
            .POST(HttpRequest.BodyPublishers.ofString(letter.body()));
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    return ServiceClient.send(request).status();
  }

  /** The same as the platform brings it. */
  static int post(Letter letter) throws IOException {
    return post(letter, "text/xml; charset=utf-8");
  }

  /** What stands in the chat of a member, oldest first. */
  List<SentMessage> chat(String userId) {
    return emulator.sent().stream().filter(sent -> sent.shownTo(userId).isPresent()).toList();
  }

  /** The oldest message in the chat of a member that has all these words. */
  SentMessage awaitSaid(String userId, String... words) {
    List<SentMessage> found = new ArrayList<>();
    Await.until(
        List.of(words) + " to " + userId,
        PATIENCE,
        () -> found.addAll(chat(userId).stream().filter(sent -> says(sent, words)).toList()));
    return found.getFirst();
  }

  /** How many messages in the chat of a member have all these words. */
  long timesSaid(String userId, String... words) {
    return chat(userId).stream().filter(sent -> says(sent, words)).count();
  }

  private static boolean says(SentMessage sent, String... words) {
    String body = sent.content().body().toString();
    return Stream.of(words).allMatch(body::contains);
  }

  @Override
  public void close() {
    emulator.close();
  }
}
