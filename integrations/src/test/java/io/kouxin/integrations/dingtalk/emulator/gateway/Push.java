package io.kouxin.integrations.dingtalk.emulator.gateway;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One thing the gateway tells a client, until it is answered. Guarded by the gateway's lock. */
public final class Push {
  private final JsonObject frame;
  private final CompletableFuture<Ack> answer = new CompletableFuture<>();
  private Optional<Connection> on = Optional.empty();
  private Instant delivered = Instant.EPOCH;
  private int deliveries;

  Push(JsonObject frame) {
    this.frame = frame;
  }

  /** The answer; fails if none comes in this time. */
  public Ack await(Duration atMost) throws InterruptedException, TimeoutException {
    try {
      return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The gateway closed.", e);
    }
  }

  /** Whether an answer has come. */
  public boolean isAnswered() {
    return answer.isDone();
  }

  /** How often it went out. */
  public int deliveries() {
    return deliveries;
  }

  /** The frame for one delivery: each has a message id of its own, the content stays. */
  String sent(Connection connection, Instant at) {
    on = Optional.of(connection);
    delivered = at;
    deliveries++;
    headers().addProperty("messageId", UUID.randomUUID().toString());
    headers().addProperty("connectionId", connection.id());
    headers().addProperty("time", Long.toString(at.toEpochMilli()));
    return frame.toString();
  }

  void answered(JsonObject reply, Duration delay) {
    String data = reply.has("data") ? reply.get("data").getAsString() : "";
    String message = reply.has("message") ? reply.get("message").getAsString() : "";
    answer.complete(new Ack(reply.get("code").getAsInt(), message, data, delay));
  }

  void takenBack() {
    on = Optional.empty();
  }

  boolean isSent() {
    return on.isPresent();
  }

  boolean isOn(Connection connection) {
    return on.filter(connection::equals).isPresent();
  }

  boolean isOlderThan(Instant moment) {
    return delivered.isBefore(moment);
  }

  String messageId() {
    return headers().get("messageId").getAsString();
  }

  Subscription wants() {
    return new Subscription(frame.get("type").getAsString(), headers().get("topic").getAsString());
  }

  private JsonObject headers() {
    return frame.getAsJsonObject("headers");
  }
}
