package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {
  private final MovingClock clock = new MovingClock();
  private final Sessions sessions = new Sessions(Robot.ACCOUNT, clock);
  private final Instant later = clock.instant().plus(Duration.ofMinutes(90));

  @Test
  void a_webhook_lives_until_five_minutes_before_its_end() {
    sessions.remember("wanglei", Robot.WEBHOOK, later);
    clock.advance(Duration.ofMinutes(84));
    assertThat(sessions.living("wanglei")).isPresent();
    clock.advance(Duration.ofMinutes(1));
    assertThat(sessions.living("wanglei")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no address at all",
        "https://oapi.dingtalk.com.example.org/robot",
        "https://oapi.dingtalk.com@example.org/robot",
        "http://oapi.dingtalk.com/robot",
        "https://oapi.dingtalk.com:8443/robot",
        "file:///etc/passwd"
      })
  void a_webhook_elsewhere_is_not_believed(String webhook) {
    sessions.remember("wanglei", webhook, later);
    assertThat(sessions.living("wanglei")).isEmpty();
  }

  @Test
  void a_forgotten_webhook_does_not_take_a_newer_one_along() {
    sessions.remember("wanglei", Robot.WEBHOOK, later);
    sessions.remember("wanglei", Robot.WEBHOOK + "2", later);
    sessions.forget("wanglei", URI.create(Robot.WEBHOOK));
    assertThat(sessions.living("wanglei")).contains(URI.create(Robot.WEBHOOK + "2"));
    sessions.forget("wanglei", URI.create(Robot.WEBHOOK + "2"));
    assertThat(sessions.living("wanglei")).isEmpty();
  }

  @Test
  void conversations_do_not_fill_the_memory() {
    for (int i = 0; i < 10_001; i++) {
      sessions.remember("c" + i, Robot.WEBHOOK, later);
    }
    assertThat(sessions.living("c0")).isEmpty();
    assertThat(sessions.living("c10000")).isPresent();
  }
}
