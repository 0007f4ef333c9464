package io.kouxin.integrations.wecom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Webhook;
import io.kouxin.integrations.wecom.emulator.EmulatedBot;
import io.kouxin.integrations.wecom.emulator.EmulatorConfig;
import io.kouxin.integrations.wecom.emulator.WeComEmulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An AI bot that is called back: the emulator, our door behind HTTP, and what we say. */
final class BotHouse implements AutoCloseable {
  static final BotPhrases PHRASES = new BotPhrases("收到，整理中…", "见下方卡片。", "稍后发您。");

  final MovingClock clock = new MovingClock();
  final WeComEmulator emulator = WeComEmulator.start(EmulatorConfig.random().at(clock));
  final EmulatedBot bot = emulator.bot();
  final ReplyWindows windows = new LocalReplyWindows();
  final List<Inbound> kept = new CopyOnWriteArrayList<>();
  final BotTalk talk = new BotTalk(windows, chat -> PHRASES, URI.create(emulator.baseUrl()), clock);
  private final HttpClient http = HttpClient.newHttpClient();
  final AiBotChannel aibot =
      AiBotChannel.calledBack(
          talk, new BotMedia(http, List.of(emulator.baseUrl()), bot.keys().aesKey()), http);
  final WeComDoors channel = doors(Optional.empty());
  volatile Consumer<Inbound> keeping = kept::add;
  private final HttpServer server;

  BotHouse() throws IOException {
    var keys = new BotKeys(bot.keys().token(), bot.keys().aesKey(), "AIBOT");
    var door = new AiBotDoor(keys, talk, inbound -> keeping.accept(inbound), 3);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, door));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    bot.callback(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/aibot"));
  }

  WeComDoors doors(Optional<Channel> application) {
    return new WeComDoors(application, aibot, aibot, windows);
  }

  private static void answer(HttpExchange exchange, AiBotDoor door) throws IOException {
    try (exchange) {
      Map<String, String> query = query(exchange.getRequestURI());
      byte[] body = exchange.getRequestBody().readAllBytes();
      Webhook.Answer answer =
          exchange.getRequestMethod().equals("GET")
              ? door.verify(query)
              : door.receive(new Webhook.Visit(query, Map.of(), body));
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Map<String, String> query(URI address) {
    return Stream.of(address.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    server.stop(0);
    http.close();
    emulator.close();
  }
}
