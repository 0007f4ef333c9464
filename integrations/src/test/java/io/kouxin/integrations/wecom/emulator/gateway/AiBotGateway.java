package io.kouxin.integrations.wecom.emulator.gateway;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kouxin.integrations.channel.Certificate;
import io.kouxin.integrations.channel.TextSocket;
import io.kouxin.integrations.channel.Trust;
import io.kouxin.integrations.wecom.emulator.BotMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Where AI bots hold their long connection (document 101463), on this machine and over TLS. One for
 * each bot: a second subscription ends the first. While it is open, this JVM trusts its
 * certificate.
 */
public final class AiBotGateway implements AutoCloseable {
  /** What it accepts. */
  public static final String BOT_ID = "AIBOT";

  /** What it accepts. */
  public static final String SECRET = "emulated-bot-secret";

  private static final int INVALID_BOT = 93019;
  private static final int WRONG_SECRET = 40001;
  private final Trust trust = new Trust();
  private final BotFaults faults = new BotFaults();
  private final Desk desk = new Desk();
  private final List<BotMessage> waiting = new ArrayList<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().daemon().name("aibot-gateway").factory());
  private final ServerSocket sockets;
  private Optional<TextSocket> holder = Optional.empty();
  private int subscriptions;
  private int attempts;

  /** Opens it on a free port. */
  public AiBotGateway() throws IOException, GeneralSecurityException {
    InetAddress here = InetAddress.getByName("localhost");
    sockets = Certificate.context().getServerSocketFactory().createServerSocket(0, 50, here);
    threads.execute(this::accept);
  }

  /** The address in place of {@code wss://openws.work.weixin.qq.com}. */
  public URI url() {
    return URI.create("wss://localhost:" + sockets.getLocalPort());
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
  public BotFaults faults() {
    return faults;
  }

  /** Somebody does this; it waits while no bot is connected. Gives the id it is pushed under. */
  public synchronized String push(BotMessage message) {
    if (holder.isEmpty()) {
      waiting.add(message);
      return "";
    }
    String id = "REQ" + UUID.randomUUID();
    desk.pushed(id, message);
    String command = message.body().has("event") ? "aibot_event_callback" : "aibot_msg_callback";
    for (int i = 0; i < (faults.isTwice() ? 2 : 1); i++) {
      holder.get().send(frame(command, id, message.body()).toString());
    }
    return id;
  }

  /** Writes this text as a frame to the bot. */
  public synchronized void raw(String text) {
    holder.ifPresent(socket -> socket.send(text));
  }

  /** What the bot said and the gateway took, oldest first. */
  public List<BotSays> said() {
    return desk.said();
  }

  /** The bytes of a file that the bot sent. */
  public Optional<byte[]> file(String mediaId) {
    return desk.file(mediaId);
  }

  /** How many subscriptions were accepted, ever. */
  public synchronized int subscriptions() {
    return subscriptions;
  }

  /** How many were tried, ever. */
  public synchronized int attempts() {
    return attempts;
  }

  /** Waits until a bot is connected for the so-manieth time. */
  public synchronized boolean awaitSubscriptions(int count, Duration atMost)
      throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    while (subscriptions < count) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** Whether a bot is connected. */
  public synchronized boolean isHeld() {
    return holder.isPresent();
  }

  /** Breaks the connection without a word. */
  public synchronized void kill() {
    holder.ifPresent(TextSocket::kill);
  }

  @Override
  public void close() {
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
    try {
      while (true) {
        Socket socket = sockets.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      TextSocket client = TextSocket.accepted(socket);
      client.read(text -> heard(client, text));
      gone(client);
    } catch (IOException e) {
      // A client that went away before it was in.
    }
  }

  private void heard(TextSocket client, String text) {
    if (faults.isDeaf()) {
      return;
    }
    LockSupport.parkNanos(faults.millis() * 1_000_000);
    JsonObject frame = JsonParser.parseString(text).getAsJsonObject();
    String command = frame.get("cmd").getAsString();
    String id = frame.getAsJsonObject("headers").get("req_id").getAsString();
    JsonObject body = frame.has("body") ? frame.getAsJsonObject("body") : new JsonObject();
    Desk.Reply reply =
        faults
            .take(command)
            .map(Desk.Reply::of)
            .orElseGet(() -> replied(client, command, id, body));
    JsonObject answer = frame("", id, reply.body());
    answer.addProperty("errcode", reply.code());
    answer.addProperty("errmsg", reply.code() == 0 ? "ok" : "refused");
    client.send(answer.toString());
    if (command.equals("aibot_subscribe") && reply.code() == 0) {
      subscribed(client);
    }
  }

  private synchronized Desk.Reply replied(
      TextSocket client, String command, String id, JsonObject body) {
    if (command.equals("aibot_subscribe")) {
      attempts++;
      boolean known = BOT_ID.equals(body.get("bot_id").getAsString());
      boolean right = SECRET.equals(body.get("secret").getAsString());
      return Desk.Reply.of(known ? right ? 0 : WRONG_SECRET : INVALID_BOT);
    }
    boolean holds = holder.filter(client::equals).isPresent();
    return command.equals("ping") || !holds
        ? Desk.Reply.of(holds ? 0 : WRONG_SECRET)
        : desk.take(new BotSays(command, id, body));
  }

  private synchronized void subscribed(TextSocket client) {
    holder.ifPresent(
        old -> {
          old.send(
              frame("aibot_event_callback", "", BotMessage.event("", "disconnected_event").body())
                  .toString());
          old.kill();
        });
    holder = Optional.of(client);
    subscriptions++;
    notifyAll();
    List<BotMessage> now = List.copyOf(waiting);
    waiting.clear();
    now.forEach(this::push);
  }

  private synchronized void gone(TextSocket client) {
    holder = holder.filter(other -> !other.equals(client));
    notifyAll();
  }

  /** An answer has no command. */
  private static JsonObject frame(String command, String id, JsonObject body) {
    var headers = new JsonObject();
    headers.addProperty("req_id", id);
    var frame = new JsonObject();
    if (!command.isEmpty()) {
      frame.addProperty("cmd", command);
    }
    frame.add("headers", headers);
    frame.add("body", body);
    return frame;
  }
}
