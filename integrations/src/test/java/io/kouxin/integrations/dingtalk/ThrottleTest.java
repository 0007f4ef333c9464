package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.LocalCoordination;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Four fifths of twenty calls a second on each path, for all nodes together. */
class ThrottleTest {
  private static final int MOST = 16;
  private final Office office = new Office();
  private final LocalCoordination nodes = new LocalCoordination(office.clock);
  private final DingTalkApi one = api();
  private final DingTalkApi other = api();

  private DingTalkApi api() {
    return new DingTalkApi(office.standIn.account(), Meter.NONE, nodes, office.clock);
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
    office.close();
  }

  private ChannelException.Wait useUp(DingTalkChannel channel) {
    return catchThrowableOfType(
        ChannelException.Wait.class,
        () -> {
          for (int i = 0; i <= MOST; i++) {
            channel.deliver("person" + i, new Outbound.Reply("r" + i, "话"));
          }
        });
  }

  @Test
  void what_is_said_beyond_it_waits_without_a_call_and_both_nodes_count() throws Exception {
    var here = new DingTalkChannel(one, office.sessions, office.clock);
    var there = new DingTalkChannel(other, office.sessions, office.clock);
    ChannelException.Wait wait = useUp(here);
    assertThat(wait.after()).isEqualTo(Duration.ofSeconds(1));
    assertThat(wait.apart()).isEqualTo(Duration.ofMillis(1000).dividedBy(MOST));
    assertThat(office.standIn.of(DingTalkStandIn.SEND)).hasSize(MOST);
    assertThatExceptionOfType(ChannelException.Wait.class)
        .isThrownBy(() -> there.deliver("other", new Outbound.Reply("r", "话")));
    office.clock.advance(Duration.ofSeconds(1));
    there.deliver("other", new Outbound.Reply("r", "话"));
    assertThat(office.standIn.of(DingTalkStandIn.SEND)).hasSize(MOST + 1);
  }

  @Test
  void another_path_and_a_webhook_have_room() throws Exception {
    useUp(new DingTalkChannel(one, office.sessions, office.clock));
    assertThat(one.post("/v1.0/robot/messageFiles/download", new JsonObject())).isNotNull();
    office.written();
    new DingTalkChannel(one, office.sessions, office.clock)
        .deliver("wanglei", new Outbound.Reply("by-webhook", "话"));
  }

  @Test
  void a_question_waits_by_itself_and_gives_up_after_a_few_seconds() throws Exception {
    for (int i = 0; i < MOST; i++) {
      one.contacts("/topapi/v2/user/get", new JsonObject());
    }
    Thread.ofVirtual().start(() -> office.clock.advance(Duration.ofSeconds(1)));
    one.contacts("/topapi/v2/user/get", new JsonObject());
    for (int i = 1; i < MOST; i++) {
      one.contacts("/topapi/v2/user/get", new JsonObject());
    }
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(ChannelException.Retry.class)
        .as("whoever is stopped does not wait")
        .isThrownBy(() -> one.contacts("/topapi/v2/user/get", new JsonObject()));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void another_edition_allows_more() {
    var rich =
        new Meter() {
          @Override
          public void call() {}

          @Override
          public void message() {}

          @Override
          public int callsASecond() {
            return 60;
          }
        };
    try (var api = new DingTalkApi(office.standIn.account(), rich, nodes, office.clock)) {
      var channel = new DingTalkChannel(api, office.sessions, office.clock);
      assertThat(useUp(channel)).isNull();
    }
  }
}
