package io.kouxin.bot.walk;

import io.kouxin.bot.walk.ServiceClient.Answer;
import io.kouxin.integrations.dingtalk.emulator.Delivery;
import io.kouxin.integrations.dingtalk.emulator.DingTalkEmulator;
import io.kouxin.integrations.dingtalk.emulator.EmulatorConfig;
import io.kouxin.integrations.dingtalk.emulator.Person;
import io.kouxin.integrations.dingtalk.emulator.Said;
import io.kouxin.integrations.dingtalk.emulator.SentMessage;
import io.kouxin.integrations.dingtalk.emulator.StreamWay;
import io.kouxin.integrations.dingtalk.emulator.gateway.StreamGateway;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A company on DingTalk whose people work with a service under test. */
final class Company implements AutoCloseable {
  /** The template of its cards, published until a test says otherwise. */
  static final String TEMPLATE = "kouxin.schema";

  private final DingTalkEmulator emulator;
  private final Optional<StreamGateway> gateway;

  private Company(DingTalkEmulator emulator, Optional<StreamGateway> gateway) {
    this.emulator = emulator;
    this.gateway = gateway;
  }

  /** One whose messages come over HTTP. */
  static Company knocking() {
    return new Company(DingTalkEmulator.start(EmulatorConfig.random()), Optional.empty());
  }

  /** One whose messages come over a Stream. */
  static Company streaming() throws IOException, GeneralSecurityException {
    var emulator = DingTalkEmulator.start(EmulatorConfig.random());
    return new Company(emulator, Optional.of(StreamWay.open(emulator)));
  }

  DingTalkEmulator emulator() {
    return emulator;
  }

  StreamGateway gateway() {
    return gateway.orElseThrow();
  }

  /** What the service has to know of DingTalk, as environment variables, and more. */
  Map<String, String> settings(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("KOUXIN_DINGTALK_CLIENTID", emulator.app().clientId());
    all.put("KOUXIN_DINGTALK_CLIENTSECRET", emulator.app().clientSecret());
    all.put("KOUXIN_DINGTALK_ROBOTCODE", emulator.app().robotCode());
    all.put("KOUXIN_DINGTALK_APIURL", emulator.baseUrl());
    all.put("KOUXIN_DINGTALK_OAPIURL", emulator.baseUrl());
    all.put("KOUXIN_DINGTALK_LOGINURL", emulator.baseUrl().replace("127.0.0.1", "localhost"));
    all.put("KOUXIN_DINGTALK_CORPID", emulator.app().corpId());
    all.put("KOUXIN_DINGTALK_AGENTID", String.valueOf(emulator.app().agentId()));
    all.put("KOUXIN_DINGTALK_TOKEN", emulator.keys().token());
    all.put("KOUXIN_DINGTALK_AESKEY", emulator.keys().aesKey());
    all.put("KOUXIN_DINGTALK_MODE", gateway.isPresent() ? "stream" : "http");
    gateway.ifPresent(
        stream ->
            all.put(
                "JDK_JAVA_OPTIONS",
                "-Djavax.net.ssl.trustStore="
                    + stream.trustStore()
                    + " -Djavax.net.ssl.trustStorePassword="
                    + stream.trustStorePassword()));
    return all;
  }

  /** What cards are when the service sends them next: it is told so by its doctor. */
  void show(CardStyle style, ServiceClient service) throws IOException {
    if (style == CardStyle.INTERACTIVE) {
      emulator.cards().publish(TEMPLATE);
    } else {
      emulator.cards().unpublish(TEMPLATE);
    }
    Answer report = service.get("/api/v1/doctor?language=zh-CN");
    String expected = style == CardStyle.INTERACTIVE ? "卡片模板能用" : "卡片模板还没发布";
    if (!report.body().toString().contains(expected)) {
      throw new AssertionError(expected + ": " + report);
    }
  }

  /** Taps a card's button or link, whichever it has. */
  Delivery tap(SentMessage card, String userId, String label) {
    return card.content().kind().equals("card")
        ? emulator.tapButton(card.id(), userId, label)
        : emulator.tapLink(card.id(), userId, label);
  }

  /** What can be tapped on a card as it is now. */
  Set<String> labels(SentMessage card, String userId) {
    return card.content().kind().equals("card")
        ? emulator.buttons(card.id()).keySet()
        : emulator.links(card.id(), userId).keySet();
  }

  /** Callbacks go to this service from now on; over a Stream, it is connected when this returns. */
  void reaches(ServiceClient service) throws InterruptedException {
    emulator.callbacks(
        service.home().resolve("/callbacks/dingtalk/robot"),
        service.home().resolve("/callbacks/dingtalk/events"));
    if (gateway.isPresent() && !gateway.get().awaitSockets(1, Corp.PATIENCE)) {
      throw new AssertionError("the service has opened no Stream");
    }
  }

  /** Somebody who is in the company and known to the service. */
  void employ(ServiceClient service, String userId, String language) throws IOException {
    emulator.people().add(Person.of(userId, userId));
    Answer answer =
        service.put(
            "/api/v1/people/" + userId.toLowerCase(java.util.Locale.ROOT),
            Map.of(
                "name",
                userId,
                "role",
                "rep",
                "language",
                language,
                "accounts",
                List.of(Map.of("channel", "dingtalk", "account", userId))));
    if (answer.status() != 200) {
      throw new AssertionError(String.valueOf(answer));
    }
  }

  /** How many messages in somebody's chat have all these words. */
  long timesSaid(String userId, String... words) {
    return chat(userId).stream().filter(sent -> says(sent, words)).count();
  }

  /** Somebody says this; fails if the service does not take it. */
  Delivery says(Said said) {
    Delivery delivery = emulator.say(said);
    if (!delivery.isAccepted()) {
      throw new AssertionError(said.kind() + " of " + said.user() + ": " + delivery);
    }
    return delivery;
  }

  /** What stands in the chat of somebody, oldest first. */
  List<SentMessage> chat(String userId) {
    return emulator.sent().stream().filter(sent -> sent.isShownTo(userId)).toList();
  }

  /** The oldest message in somebody's chat that has all these words. */
  SentMessage awaitSaid(String userId, String... words) {
    List<SentMessage> found = new ArrayList<>();
    Await.until(
        List.of(words) + " to " + userId,
        Corp.PATIENCE,
        () -> found.addAll(chat(userId).stream().filter(sent -> says(sent, words)).toList()));
    return found.getFirst();
  }

  private static boolean says(SentMessage sent, String... words) {
    String body = sent.content().body().toString();
    return Stream.of(words).allMatch(body::contains);
  }

  @Override
  public void close() {
    gateway.ifPresent(StreamGateway::close);
    emulator.close();
  }
}
