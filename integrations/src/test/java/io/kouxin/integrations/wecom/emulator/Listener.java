package io.kouxin.integrations.wecom.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import me.chanjar.weixin.cp.util.xml.XStreamTransformer;

/** An application as a WxJava user would write it: it checks, decrypts and keeps what comes. */
final class Listener implements AutoCloseable {
  private final HttpServer server;
  private final WxCpCryptUtil crypt;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile Function<Received, Response> answers = got -> new Response(200, "");

  /** One callback: its parameters, and its plain XML or why that could not be read. */
  record Received(Map<String, String> query, String plain) {
    WxCpXmlMessage message() {
      return XStreamTransformer.fromXml(WxCpXmlMessage.class, plain);
    }
  }

  /** What goes back. */
  record Response(int status, String body) {}

  Listener(WeComEmulator emulator) throws IOException {
    WxCpDefaultConfigImpl config = WxJava.config(emulator);
    crypt = new WxCpCryptUtil(config);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
    emulator.callback(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callbacks/wecom"));
  }

  void answer(Function<Received, Response> how) {
    answers = how;
  }

  List<Received> received() {
    return received;
  }

  WxCpCryptUtil crypt() {
    return crypt;
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Response response;
    if (exchange.getRequestMethod().equals("GET")) {
      response = new Response(200, crypt.decrypt(query.get("echostr")));
    } else {
      Received got = new Received(query, plain(query, body));
      received.add(got);
      response = answers.apply(got);
    }
    respond(exchange, response);
  }

  private String plain(Map<String, String> query, String body) {
    try {
      return crypt.decryptXml(
          query.get("msg_signature"), query.get("timestamp"), query.get("nonce"), body);
    } catch (RuntimeException e) {
      return "refused: " + e.getMessage();
    }
  }

  private static void respond(HttpExchange exchange, Response response) {
    byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> query(String raw) {
    return Arrays.stream(raw.split("&"))
        .map(each -> each.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
