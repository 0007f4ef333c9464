package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An application on the loopback interface that keeps what comes, and answers as a test says. */
final class Listener implements AutoCloseable {
  private final HttpServer server;
  private final EventCipher cipher;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String says = "{\"msgtype\":\"empty\"}";

  /** One request. */
  record Received(URI address, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.entrySet().stream()
          .filter(each -> each.getKey().equalsIgnoreCase(name))
          .map(each -> each.getValue().getFirst())
          .findFirst()
          .orElse("");
    }

    String query(String name) {
      for (String pair : address.getRawQuery().split("&")) {
        if (pair.startsWith(name + "=")) {
          return pair.substring(name.length() + 1);
        }
      }
      return "";
    }

    JsonObject json() {
      return JsonParser.parseString(body).getAsJsonObject();
    }
  }

  Listener(DingTalkEmulator emulator) throws IOException {
    cipher = new EventCipher(emulator.keys(), emulator.app().clientId());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
    emulator.callbacks(at("/robot"), at("/events"));
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  void answer(int withStatus, String body) {
    status = withStatus;
    says = body;
  }

  List<Received> received() {
    return received;
  }

  Received last() {
    return received.getLast();
  }

  /** What the last event says. */
  JsonObject event() {
    String sealed = last().json().get("encrypt").getAsString();
    return JsonParser.parseString(cipher.decrypt(sealed)).getAsJsonObject();
  }

  boolean isSigned(Received event) {
    String sealed = event.json().get("encrypt").getAsString();
    return cipher
        .sign(event.query("timestamp"), event.query("nonce"), sealed)
        .equals(event.query("msg_signature"));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    URI address = exchange.getRequestURI();
    received.add(new Received(address, Map.copyOf(exchange.getRequestHeaders()), body));
    String answer = address.getPath().equals("/events") && status == 200 ? success() : says;
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String success() {
    String sealed = cipher.encrypt("success");
    return new Gson()
        .toJson(
            Map.of(
                "msg_signature",
                cipher.sign("1700000000000", "abc", sealed),
                "encrypt",
                sealed,
                "timeStamp",
                "1700000000000",
                "nonce",
                "abc"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
