package io.kouxin.integrations.wecom;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket to WeCom: frames of JSON, answers matched by their {@code req_id} (document
 * 101463). Frames above 256 KiB end it; what is no JSON object is passed over.
 */
final class BotSocket implements WebSocket.Listener {
  static final int MOST_CHARACTERS = 256 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** What WeCom's own client waits for an answer. */
  private static final Duration ACK = Duration.ofSeconds(5);

  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private final Ears ears;
  private final Acks acks = new Acks();
  private final StringBuilder text = new StringBuilder();
  private volatile Optional<WebSocket> wire = Optional.empty();

  /** Who hears; called on the socket's thread, one frame after the other. */
  interface Ears {
    /** A frame that asks us for something. */
    void frame(String command, String id, Told body);

    /** Anything at all was heard. */
    void heard();

    /** It is over. */
    void closed(BotSocket socket, String why);
  }

  private BotSocket(Ears ears) {
    this.ears = ears;
  }

  /** Opens one. */
  static BotSocket open(HttpClient http, URI url, Ears ears)
      throws InterruptedException, ExecutionException, TimeoutException {
    var socket = new BotSocket(ears);
    CompletableFuture<WebSocket> opening =
        http.newWebSocketBuilder().connectTimeout(CONNECT).buildAsync(url, socket);
    try {
      socket.wire = Optional.of(opening.get(2 * CONNECT.toMillis(), TimeUnit.MILLISECONDS));
      return socket;
    } catch (TimeoutException e) {
      opening.thenAccept(WebSocket::abort);
      throw e;
    }
  }

  /** Asks, and waits for the answer. */
  Answer ask(String command, String id, JsonObject body) throws ChannelException {
    CompletableFuture<Answer> answer = acks.expect(id);
    try {
      send(command, id, Optional.of(body));
      return answer.get(ACK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      throw new ChannelException.Doubtful(
          "It left over the AI bot's connection, no answer came, and a repeat could be seen twice");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException.Doubtful("Stopped while it was sent");
    } finally {
      acks.forget(id);
    }
  }

  /** Asks whether it lives; the answer comes to {@code then} some time. */
  void ping(String id, Runnable then) throws ChannelException.Retry {
    acks.expect(id).thenAccept(answer -> then.run());
    send("ping", id, Optional.empty());
  }

  /** One frame after the other: the JDK takes the next only when the last one has left. */
  private synchronized void send(String command, String id, Optional<JsonObject> body)
      throws ChannelException.Retry {
    var headers = new JsonObject();
    headers.addProperty("req_id", id);
    var frame = new JsonObject();
    frame.addProperty("cmd", command);
    frame.add("headers", headers);
    body.ifPresent(content -> frame.add("body", content));
    try {
      WebSocket open = wire.orElseThrow(IllegalStateException::new);
      open.sendText(frame.toString(), true).get(ACK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      close("a frame did not leave");
      throw new ChannelException.Retry(AT_ONCE, "The AI bot's connection broke");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException.Retry(AT_ONCE, "Stopped while it was sent");
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    ears.heard();
    text.append(part);
    if (text.length() > MOST_CHARACTERS) {
      close("a frame was longer than 256 KiB");
      return null;
    }
    if (last) {
      String whole = text.toString();
      text.setLength(0);
      Told.of(whole).ifPresent(this::read);
    }
    from.request(1);
    return null;
  }

  private void read(Told frame) {
    String id = frame.object("headers").text("req_id");
    Optional<String> command = frame.word("cmd");
    if (command.isPresent()) {
      ears.frame(command.get(), id, frame.object("body"));
    } else {
      acks.came(id, frame);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    close("WeCom closed the connection");
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    close("the connection broke");
  }

  /** Ends it; those who wait for answers get none. */
  void close(String why) {
    wire.ifPresent(WebSocket::abort);
    acks.end();
    ears.closed(this, why);
  }
}
