package io.kouxin.integrations.dingtalk.emulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingtalk.open.app.api.GenericEventListener;
import com.dingtalk.open.app.api.OpenDingTalkClient;
import com.dingtalk.open.app.api.OpenDingTalkStreamClientBuilder;
import com.dingtalk.open.app.api.callback.OpenDingTalkCallbackListener;
import com.dingtalk.open.app.api.message.GenericOpenDingTalkEvent;
import com.dingtalk.open.app.api.security.AuthClientCredential;
import com.dingtalk.open.app.stream.protocol.event.EventAckStatus;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DingTalk's own client, as it is used by everybody, gets along with the gateway. */
class OfficialClientTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration A_MOMENT = Duration.ofMillis(5);

  private final List<Object> heard = new CopyOnWriteArrayList<>();
  private StreamGateway gateway;
  private OpenDingTalkClient client;

  private final class Listener
      implements OpenDingTalkCallbackListener<Map<String, Object>, Object> {
    @Override
    public Object execute(Map<String, Object> message) {
      heard.add(message);
      return Map.of();
    }
  }

  private final class Events implements GenericEventListener {
    @Override
    public EventAckStatus onEvent(GenericOpenDingTalkEvent event) {
      heard.add(event.getEventId());
      return EventAckStatus.LATER;
    }
  }

  @BeforeEach
  void connect() throws Exception {
    gateway = new StreamGateway();
    OpenDingTalkStreamClientBuilder builder =
        OpenDingTalkStreamClientBuilder.custom()
            .credential(
                new AuthClientCredential(StreamGateway.CLIENT_ID, StreamGateway.CLIENT_SECRET))
            .registerCallbackListener("/v1.0/im/bot/messages/get", new Listener())
            .registerAllEventListener(new Events());
    // The client has no public way to another address.
    Field host = OpenDingTalkStreamClientBuilder.class.getDeclaredField("openApiHost");
    host.setAccessible(true);
    host.set(builder, gateway.apiUrl());
    client = builder.build();
    client.start();
    assertThat(gateway.awaitSockets(1, SOON)).isTrue();
  }

  @AfterEach
  void close() throws Exception {
    client.stop();
    gateway.close();
  }

  @Test
  void it_opens_with_its_credentials_and_subscriptions() {
    JsonObject asked = JsonParser.parseString(gateway.opens().get(0)).getAsJsonObject();
    assertThat(asked.get("ua").getAsString()).isEqualTo("java/1.3.12-union");
    assertThat(asked.getAsJsonArray("subscriptions")).hasSize(2);
  }

  @Test
  void it_answers_a_ping_with_what_the_ping_said() throws Exception {
    Ack ack = gateway.ping().await(SOON);
    assertThat(ack.code()).isEqualTo(200);
    assertThat(ack.data()).contains("\"opaque\":\"0e79-");
  }

  @Test
  void it_hears_a_message() throws Exception {
    Ack ack = gateway.robot("{\"msgId\":\"m1\",\"text\":{\"content\":\" 你好\"}}").await(SOON);
    assertThat(ack.code()).isEqualTo(200);
    assertThat(heard.toString()).contains("你好");
  }

  @Test
  void it_is_pushed_nothing_it_did_not_ask_for() throws Exception {
    Push card = gateway.card("{}");
    gateway.ping().await(SOON);
    assertThat(card.deliveries()).isZero();
  }

  @Test
  void it_asks_for_an_event_again() throws Exception {
    Push event = gateway.event("e1", "user_add_org", "{}");
    assertThat(event.await(SOON).data()).contains("LATER");
    gateway.advance(Duration.ofSeconds(61));
    gateway.ping().await(SOON);
    assertThat(event.deliveries()).isEqualTo(2);
  }

  @Test
  void it_opens_a_second_socket_when_the_first_will_close() throws Exception {
    awaitSessionKept();
    gateway.disconnect();
    assertThat(gateway.awaitSockets(1, SOON)).isTrue();
    assertThat(gateway.sockets()).isEqualTo(2);
    gateway.closeAnnounced();
    assertThat(gateway.robot("{\"msgId\":\"m2\"}").await(SOON).code()).isEqualTo(200);
  }

  /**
   * The client puts its session away after the socket is open, in a thread of its own, and
   * overlooks an announcement that comes before; a ping it answers either way.
   */
  private void awaitSessionKept() throws Exception {
    var pool = inside(inside(client, "netWorkService"), "sessionPool");
    var sessions = (Map<?, ?>) inside(pool, "sessions");
    long until = System.nanoTime() + SOON.toNanos();
    while (sessions.isEmpty() && System.nanoTime() < until) {
      Thread.sleep(A_MOMENT);
    }
    assertThat(sessions).hasSize(1);
  }

  private static Object inside(Object of, String name) throws ReflectiveOperationException {
    Field field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return Objects.requireNonNull(field.get(of));
  }
}
