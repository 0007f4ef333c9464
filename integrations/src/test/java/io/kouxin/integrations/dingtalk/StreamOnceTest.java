package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kouxin.integrations.dingtalk.emulator.gateway.Push;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every message once and in order, though pushes come twice and connections end. */
class StreamOnceTest {
  private static final int MESSAGES = 200;
  private static final int SENDERS = 20;

  /** Three messages of each sender may be on their way at once. */
  private static final int UNDER_WAY = 3 * SENDERS;

  private static final int ANNOUNCED_END = 70;
  private static final int GONE = 100;
  private static final int BREAK = 140;

  private final List<Push> pushes = new ArrayList<>();
  private long announcedMillis;
  private long brokenMillis;

  @Test
  void each_message_is_recorded_once_and_in_order_through_two_disconnects() throws Exception {
    try (var rig = new StreamRig().open()) {
      warm(rig);
      // The connections of a test are young; a young one that ends is followed a second later.
      rig.clock.advance(Duration.ofMinutes(1));
      for (int i = 0; i < MESSAGES; i++) {
        disturb(rig, i);
        pushes.add(rig.gateway.robot(message(i)));
        if (i >= UNDER_WAY) {
          pushes.get(i - UNDER_WAY).await(StreamRig.SOON);
        }
      }
      List<Duration> delays = new ArrayList<>();
      for (Push push : pushes) {
        delays.add(push.await(StreamRig.SOON).delay());
      }
      delays.sort(null);
      Duration p99 = delays.get(MESSAGES * 99 / 100 - 1);
      List<String> kept = rig.kept.messages().subList(1, rig.kept.messages().size());
      assertThat(kept).hasSize(MESSAGES);
      assertThat(pushes.stream().mapToInt(Push::deliveries).sum())
          .isGreaterThanOrEqualTo(MESSAGES + MESSAGES / 5);
      assertInOrder(kept);
      assertThat(p99).isLessThan(Duration.ofSeconds(1));
      System.out.printf(
          "Stream: %d messages of %d senders, %d pushes, %d lost; ack p50 %d ms, p99 %d ms;"
              + " connected again %d ms after an announced end, %d ms after a broken one%n",
          MESSAGES,
          SENDERS,
          pushes.stream().mapToInt(Push::deliveries).sum(),
          MESSAGES - kept.size(),
          delays.get(MESSAGES / 2).toMillis(),
          p99.toMillis(),
          announcedMillis,
          brokenMillis);
    }
  }

  /** The first frames load classes; what they take is no figure of the Stream. */
  private static void warm(StreamRig rig) throws Exception {
    for (int i = 0; i < SENDERS; i++) {
      rig.gateway.robot("{\"msgId\":\"warm\"}").await(StreamRig.SOON);
    }
  }

  private void disturb(StreamRig rig, int i) throws Exception {
    if (i % 5 == 0) {
      rig.gateway.faults().twice(1);
    }
    switch (i) {
      case ANNOUNCED_END -> {
        long from = System.nanoTime();
        rig.gateway.disconnect();
        assertThat(rig.gateway.awaitSockets(1, StreamRig.SOON)).isTrue();
        announcedMillis = (System.nanoTime() - from) / 1_000_000;
      }
      case GONE -> {
        rig.gateway.closeAnnounced();
        rig.clock.advance(Duration.ofMinutes(1));
      }
      case BREAK -> {
        long from = System.nanoTime();
        rig.gateway.kill();
        rig.until(() -> rig.gateway.opens().size() == 3 && rig.gateway.sockets() == 1);
        brokenMillis = (System.nanoTime() - from) / 1_000_000;
      }
      default -> {}
    }
  }

  private static String message(int i) {
    JsonObject json = new JsonObject();
    json.addProperty("msgId", "m" + i);
    json.addProperty("senderStaffId", "rep" + i % SENDERS);
    json.addProperty("number", i);
    return json.toString();
  }

  private static void assertInOrder(List<String> messages) {
    Map<String, Integer> last = new TreeMap<>();
    for (String text : messages) {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      int number = json.get("number").getAsInt();
      Integer before = last.put(json.get("senderStaffId").getAsString(), number);
      assertThat(before == null || before < number).as(text).isTrue();
    }
    assertThat(last).hasSize(SENDERS);
  }
}
