package io.kouxin.nlp.speech;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A home of models on this machine, that breaks off, lies and redirects as told. */
final class ModelServer implements AutoCloseable {
  private final HttpServer server;
  private final byte[] zip;
  private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
  private volatile String etag = "\"one\"";
  private volatile int cutAfter = Integer.MAX_VALUE;
  private volatile String redirect = "";
  private volatile int status = 200;
  private volatile boolean stalls;

  ModelServer(byte[] zip) throws IOException {
    this.zip = zip;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/models/", this::answer);
    server.setExecutor(Thread::startVirtualThread);
    server.start();
  }

  ModelSource source() {
    var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/models/");
    return new ModelSource(base, Set.of("127.0.0.1"), Duration.ofSeconds(20), 100_000_000);
  }

  /** Breaks each answer off after as many bytes. */
  ModelServer cuttingAfter(int bytes) {
    cutAfter = bytes;
    return this;
  }

  ModelServer whole() {
    return cuttingAfter(Integer.MAX_VALUE);
  }

  ModelServer withEtag(String value) {
    etag = value;
    return this;
  }

  ModelServer redirectingTo(String address) {
    redirect = address;
    return this;
  }

  ModelServer answering(int code) {
    status = code;
    return this;
  }

  /** Sends half and not a byte more, and does not hang up. */
  ModelServer stalling() {
    stalls = true;
    return this;
  }

  /** The Range of each request, or an empty string. */
  List<String> ranges() {
    return List.copyOf(ranges);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = header(exchange, "Range");
    ranges.add(range);
    exchange.getResponseHeaders().set("ETag", etag);
    if (!redirect.isEmpty()) {
      exchange.getResponseHeaders().set("Location", redirect);
      exchange.sendResponseHeaders(302, -1);
    } else if (status != 200) {
      exchange.sendResponseHeaders(status, -1);
    } else if (!range.isEmpty() && header(exchange, "If-Range").equals(etag)) {
      rest(exchange, Integer.parseInt(range.replaceAll("\\D", "")));
    } else {
      send(exchange, 200, zip);
    }
    exchange.close();
  }

  private void rest(HttpExchange exchange, int from) throws IOException {
    if (from >= zip.length) {
      exchange.getResponseHeaders().set("Content-Range", "bytes */" + zip.length);
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes %d-%d/%d".formatted(from, zip.length - 1, zip.length));
    send(exchange, 206, Arrays.copyOfRange(zip, from, zip.length));
  }

  private void send(HttpExchange exchange, int code, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(code, bytes.length);
    int half = code == 206 ? 0 : bytes.length / 2;
    int count = stalls ? half : Math.min(cutAfter, bytes.length);
    exchange.getResponseBody().write(bytes, 0, count);
    exchange.getResponseBody().flush();
    if (stalls) {
      hold();
    }
  }

  private static void hold() {
    try {
      new java.util.concurrent.CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
