package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.kouxin.integrations.channel.Inbound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPushesTest {
  private static final String TAP =
      "{\"outTrackId\":\"card-1\",\"userId\":\"wanglei\",\"content\":"
          + "\"{\\\"cardPrivateData\\\":{\\\"actionIds\\\":[\\\"done\\\"]}}\"}";
  private final MovingClock clock = new MovingClock();
  private final Quota quota = new Quota(clock);
  private final List<Inbound> kept = new ArrayList<>();
  private final StreamPushes pushes = pushes(kept::add);

  private StreamPushes pushes(Consumer<Inbound> keep) {
    var sessions = new Sessions(Robot.ACCOUNT, clock);
    var messages = new RobotMessages(Robot.ACCOUNT, sessions, quota, clock);
    return new StreamPushes(messages, quota, keep, clock);
  }

  @Test
  void each_kind_is_read_and_kept() {
    pushes.robot(Robot.text("好").toString());
    assertThat(pushes.card(TAP)).isEqualTo("{}");
    pushes.event("e1", "user_add_org", "", Robot.NOW, "{\"userId\":[\"rep01\"]}");
    assertThat(kept)
        .hasExactlyElementsOfTypes(Inbound.Text.class, Inbound.Tap.class, Inbound.Joined.class);
    assertThat(kept.getLast().envelope().id()).isEqualTo("e1/rep01");
    assertThat(quota.used().messages()).as("events of contacts are free").isEqualTo(2);
  }

  @Test
  void a_tap_that_comes_twice_has_one_id_and_a_later_one_another() {
    pushes.card(TAP);
    pushes.card(TAP);
    clock.advance(Duration.ofMinutes(2));
    pushes.card(TAP);
    assertThat(kept).extracting(tap -> tap.envelope().id()).doesNotContainNull();
    assertThat(kept.get(0)).isEqualTo(kept.get(1));
    assertThat(kept.get(2).envelope().id()).isNotEqualTo(kept.get(0).envelope().id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "[]", "{}"})
  void what_can_never_be_read_is_taken_and_not_kept(String json) {
    pushes.robot(json);
    pushes.card(json);
    assertThat(kept).isEmpty();
  }

  @Test
  void what_could_not_be_kept_is_not_taken() {
    StreamPushes broken =
        pushes(
            inbound -> {
              throw new IllegalStateException("disk full");
            });
    assertThatIllegalStateException().isThrownBy(() -> broken.robot(Robot.text("好").toString()));
    assertThatIllegalStateException().isThrownBy(() -> broken.event("e", "x", "", 0, "{}"));
  }
}
