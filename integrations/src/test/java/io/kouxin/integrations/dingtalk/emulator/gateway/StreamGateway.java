package io.kouxin.integrations.dingtalk.emulator.gateway;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import io.kouxin.integrations.channel.Certificate;
import io.kouxin.integrations.channel.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A DingTalk Stream gateway on this machine (DP:learn/stream/protocol): an HTTP address that gives
 * tickets and a TLS WebSocket that pushes. While it is open, this JVM trusts its certificate.
 */
public final class StreamGateway implements AutoCloseable {
  /** What it accepts. */
  public static final String CLIENT_ID = "dingemulated";

  /** What it accepts. */
  public static final String CLIENT_SECRET = "emulated-secret";

  private static final String ROBOT = "/v1.0/im/bot/messages/get";
  private static final String CARD = "/v1.0/card/instances/callback";

  private final GatewayClock clock = new GatewayClock();
  private final Faults faults = new Faults();
  private final Deliveries deliveries = new Deliveries(clock, faults);
  private final Trust trust = new Trust();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("gateway").factory());
  private final HttpServer http;
  private final ServerSocket sockets;
  private final Tickets tickets;

  /** Opens it on free ports. */
  public StreamGateway() throws IOException, GeneralSecurityException {
    this(CLIENT_ID, CLIENT_SECRET);
  }

  /** Opens it on free ports, for another application. */
  public StreamGateway(String clientId, String clientSecret)
      throws IOException, GeneralSecurityException {
    InetAddress here = InetAddress.getByName("localhost");
    sockets = Certificate.context().getServerSocketFactory().createServerSocket(0, 50, here);
    tickets = new Tickets(clock, sockets.getLocalPort());
    http = HttpServer.create(new InetSocketAddress(here, 0), 50);
    http.createContext(
        "/v1.0/gateway/connections/open",
        new OpenEndpoint(clientId, clientSecret, faults, tickets));
    http.setExecutor(threads);
    http.start();
    threads.execute(this::accept);
  }

  /** The address in place of {@code https://api.dingtalk.com}. */
  public String apiUrl() {
    return "http://localhost:" + http.getAddress().getPort();
  }

  /** A store with its certificate, for a client in another process. */
  public Path trustStore() {
    return Certificate.store();
  }

  /** What opens that store. */
  public String trustStorePassword() {
    return Certificate.PASSWORD;
  }

  /** What goes wrong. */
  public Faults faults() {
    return faults;
  }

  /** The bodies of all calls of {@code open}, in order. */
  public List<String> opens() {
    return tickets.requests();
  }

  /** Pushes a robot message: this JSON. */
  public Push robot(String json) {
    return push("CALLBACK", ROBOT, Map.of(), json);
  }

  /** Pushes a tap on a card. */
  public Push card(String json) {
    return push("CALLBACK", CARD, Map.of(), json);
  }

  /** Pushes an event. */
  public Push event(String eventId, String type, String json) {
    Map<String, String> headers =
        Map.of(
            "eventId",
            eventId,
            "eventType",
            type,
            "eventCorpId",
            "dingcorp",
            "eventBornTime",
            Long.toString(clock.millis()),
            "eventUnifiedAppId",
            "app");
    return push("EVENT", "*", headers, json);
  }

  /** Pushes the gateway's own sign of life. */
  public Push ping() {
    return push("SYSTEM", "ping", Map.of(), "{\"opaque\":\"0e79-" + UUID.randomUUID() + "\"}");
  }

  /** Pushes a frame with these headers besides the usual ones. */
  public Push push(String type, String topic, Map<String, String> more, String data) {
    JsonObject headers = new JsonObject();
    headers.addProperty("appId", "app");
    headers.addProperty("contentType", "application/json");
    headers.addProperty("topic", topic);
    more.forEach(headers::addProperty);
    JsonObject frame = new JsonObject();
    frame.addProperty("specVersion", "1.0");
    frame.addProperty("type", type);
    frame.add("headers", headers);
    frame.addProperty("data", data);
    Push push = new Push(frame);
    deliveries.push(push);
    return push;
  }

  /** Writes this text as a frame to every socket. */
  public void raw(String text) {
    deliveries.connections().forEach(connection -> connection.send(text));
  }

  /** Answers that belong to no push: to raw frames. */
  public List<String> unasked() {
    return deliveries.unasked();
  }

  /** Tells every socket that it will be closed, and pushes nothing to it any more. */
  public void disconnect() {
    List<Connection> all = deliveries.connections();
    all.forEach(Connection::leaves);
    raw(
        "{\"specVersion\":\"1.0\",\"type\":\"SYSTEM\",\"headers\":{\"topic\":\"disconnect\","
            + "\"contentType\":\"application/json\",\"messageId\":\""
            + UUID.randomUUID()
            + "\",\"time\":\""
            + clock.millis()
            + "\"},\"data\":\"{\\\"reason\\\":\\\"connection is expired\\\"}\"}");
  }

  /** Closes what was told so, as the real one does ten seconds later. */
  public void closeAnnounced() {
    deliveries.connections().stream().filter(Connection::isLeaving).forEach(Connection::close);
  }

  /** Breaks every TCP connection. */
  public void kill() {
    deliveries.connections().forEach(Connection::kill);
  }

  /** Moves its time on; what is unanswered for a minute comes again. */
  public void advance(Duration by) {
    clock.advance(by);
    deliveries.repeat();
  }

  /** Waits until exactly so many sockets are open and not told to leave. */
  public boolean awaitSockets(int count, Duration atMost) throws InterruptedException {
    return deliveries.awaitOpen(count, atMost);
  }

  /** How many sockets there are, with those told to leave. */
  public int sockets() {
    return deliveries.connections().size();
  }

  @Override
  public void close() {
    faults.clear();
    http.stop(0);
    kill();
    try {
      sockets.close();
    } catch (IOException e) {
      // It is closed anyway.
    }
    threads.shutdownNow();
    trust.close();
  }

  private void accept() {
    SocketDoor door = new SocketDoor(tickets, deliveries);
    try {
      while (true) {
        Socket socket = sockets.accept();
        threads.execute(() -> door.serve(socket));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }
}
