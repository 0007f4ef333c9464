package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kouxin.integrations.dingtalk.emulator.Delivery.Attempt;
import io.kouxin.integrations.dingtalk.emulator.gateway.Ack;
import io.kouxin.integrations.dingtalk.emulator.gateway.Push;
import io.kouxin.integrations.dingtalk.emulator.gateway.StreamGateway;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** What happens in the emulated company reaches the application over a Stream. */
public final class StreamWay implements Pushes {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int TAKEN = 200;

  private final StreamGateway gateway;

  private StreamWay(StreamGateway gateway) {
    this.gateway = gateway;
  }

  /** A gateway for the emulator's application; what happens there goes through it from now on. */
  public static StreamGateway open(DingTalkEmulator emulator)
      throws IOException, GeneralSecurityException {
    var gateway = new StreamGateway(emulator.app().clientId(), emulator.app().clientSecret());
    of(emulator, gateway);
    return gateway;
  }

  private static void of(DingTalkEmulator emulator, StreamGateway gateway) {
    emulator.pushBy(
        new StreamWay(gateway), URI.create(gateway.apiUrl() + "/v1.0/gateway/connections/open"));
  }

  @Override
  public Delivery message(String msgId, String body, Manner manner) {
    return pushed(msgId, manner, () -> gateway.robot(body));
  }

  @Override
  public Delivery event(String id, String type, String body, Manner manner) {
    return pushed(id, manner, () -> gateway.event(id, type, small(body)));
  }

  @Override
  public Delivery cardTap(String outTrackId, String body, Manner manner) {
    return pushed(outTrackId, manner, () -> gateway.card(body));
  }

  /** In Stream the names of an event's fields begin with a small letter. */
  private static String small(String body) {
    JsonObject written = JsonParser.parseString(body).getAsJsonObject();
    JsonObject small = new JsonObject();
    written
        .entrySet()
        .forEach(
            field ->
                small.add(
                    Character.toLowerCase(field.getKey().charAt(0)) + field.getKey().substring(1),
                    field.getValue()));
    return small.toString();
  }

  private static Delivery pushed(String id, Manner manner, Supplier<Push> push) {
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i <= manner.redeliveries(); i++) {
      attempts.add(attempt(push.get()));
    }
    // What a Stream is answered says nothing to people.
    return new Delivery(id, List.copyOf(attempts), Optional.empty());
  }

  private static Attempt attempt(Push push) {
    try {
      Ack ack = push.await(PATIENCE);
      return new Attempt(ack.code(), ack.delay().toMillis(), ack.data(), ack.code() == TAKEN);
    } catch (TimeoutException e) {
      return new Attempt(Delivery.TIMED_OUT, PATIENCE.toMillis(), "", false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Attempt(Delivery.NO_CONNECTION, 0, "", false);
    }
  }
}
