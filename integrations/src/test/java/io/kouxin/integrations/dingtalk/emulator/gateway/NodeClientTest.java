package io.kouxin.integrations.dingtalk.emulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** DingTalk's client for Node gets along with the gateway too. */
class NodeClientTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void it_hears_messages_and_events_and_comes_back_after_a_break() throws Exception {
    try (var gateway = new StreamGateway();
        var client = NodeClient.connected(gateway)) {
      assertThat(gateway.awaitSockets(1, SOON)).isTrue();
      assertThat(gateway.ping().await(SOON).data()).contains("opaque");
      Ack ack = gateway.robot("{\"msgId\":\"m1\",\"text\":{\"content\":\"你好\"}}").await(SOON);
      assertThat(ack.data()).isEqualTo("{\"response\":{\"heard\":true}}");
      assertThat(client.next()).contains("你好");
      assertThat(gateway.event("e1", "user_add_org", "{}").await(SOON).data()).contains("SUCCESS");
      assertThat(client.next()).contains("e1");
      gateway.kill();
      assertThat(gateway.robot("{\"msgId\":\"m2\"}").await(SOON).code()).isEqualTo(200);
      assertThat(client.next()).contains("m2");
    }
  }
}
