package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.channel.Webhook;
import io.kouxin.integrations.wecom.emulator.Content;
import io.kouxin.integrations.wecom.emulator.Tap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A card goes out, is tapped, comes in through the door and changes: both halves of this room. */
class RoundTripTest {
  private static final String KEY = "draft:7f9c:Ä 1";
  private static final Card CARD =
      Card.of("华康医院", "比迈瑞贵")
          .withButtons(
              List.of(
                  new Button("add:1:price", "记下价格", Style.NORMAL),
                  new Button("ok:1", "没问题", Style.PRIMARY)));

  private final Office office = new Office();
  private final List<Inbound> kept = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    var keys = office.emulator.keys();
    var app = office.emulator.app();
    var reception =
        new Reception(app.corpId(), String.valueOf(app.agentId()), keys.token(), keys.aesKey());
    var door = new WeComDoor(reception, kept::add, Clock.systemUTC());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.createContext("/callbacks/wecom", exchange -> answer(exchange, door));
    server.start();
    office.emulator.callback(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callbacks/wecom"));
  }

  @AfterEach
  void close() {
    server.stop(0);
    office.close();
  }

  private static void answer(HttpExchange exchange, Webhook door) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Webhook.Answer answer =
          door.receive(
              new Webhook.Visit(query(exchange.getRequestURI().getRawQuery()), Map.of(), body));
      byte[] words = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), words.length == 0 ? -1 : words.length);
      exchange.getResponseBody().write(words);
    }
  }

  private static Map<String, String> query(String raw) {
    return Arrays.stream(raw.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private Inbound.Tap tapped(String action) {
    var tap = Tap.of(TaskId.of(KEY), "ZhangSan", action);
    assertThat(office.emulator.tap(tap).isAccepted()).isTrue();
    return (Inbound.Tap) kept.getLast();
  }

  private Content shown() {
    return office.emulator.sent().getFirst().shownTo("ZhangSan").orElseThrow();
  }

  @Test
  void each_tap_brings_the_code_for_the_next_change() throws Exception {
    office.channel.deliver("ZhangSan", new Outbound.Sheet(KEY, CARD, "话"));

    Inbound.Tap first = tapped("add:1:price");
    assertThat(first.card()).isEqualTo(KEY);
    assertThat(first.action()).isEqualTo("add:1:price");
    change("c1", first.handle(), CARD.withButtons(CARD.buttons().subList(1, 2)));
    assertThat(shown().keys()).containsExactly("ok:1");

    Inbound.Tap second = tapped("ok:1");
    change("c2", second.handle(), CARD.settledAs("已存 15:02"));
    assertThat(shown().greyed()).contains("已存 15:02");
    assertThat(office.emulator.sent()).hasSize(1);

    change("c3", second.handle(), CARD.settledAs("已存 15:03"));
    assertThat(office.emulator.sent()).hasSize(2);
    assertThat(shown().greyed()).contains("已存 15:02");
  }

  private void change(String key, Optional<String> handle, Card face) throws Exception {
    var change = new Outbound.Change(key, KEY, handle, face, "存好了。");
    assertThat(office.channel.deliver("ZhangSan", change).handle()).isEmpty();
  }
}
