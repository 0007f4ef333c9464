package io.kouxin.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.wording.Moments;
import io.kouxin.bot.wording.Wording;
import io.kouxin.integrations.channel.Checkup.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DoctorTest {
  private static final Instant NOW = Instant.parse("2026-03-04T02:00:00Z");
  private static final Finding WELL = new Finding("well", State.OK, "store-ok");

  private final Sayings sayings =
      new Sayings(
          Wording.bundled(),
          new Moments(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Shanghai")));

  @Test
  void one_place_that_fails_or_hangs_hides_no_other() {
    var never = new CountDownLatch(1);
    var doctor =
        new Doctor(
            List.of(
                Examination.of(
                    "hanging",
                    () -> {
                      try {
                        never.await();
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                      return List.of();
                    }),
                Examination.of(
                    "broken",
                    () -> {
                      throw new IllegalStateException("a secret");
                    }),
                Examination.of("well", () -> List.of(WELL))),
            Duration.ofMillis(300));

    List<Finding> found = doctor.examine();

    assertThat(found).extracting(Finding::name).containsExactly("hanging", "broken", "well");
    assertThat(found)
        .extracting(Finding::state)
        .containsExactly(State.UNKNOWN, State.UNKNOWN, State.OK);
    assertThat(sayings.item(found.get(1), Locale.CHINESE).words()).doesNotContain("secret");
  }

  @Test
  void what_is_found_is_said_with_the_way_to_mend_it() {
    var ip =
        new Finding(
            "wecom.access", State.BROKEN, "wecom.trusted-ip", Map.of("address", "203.0.113.7"));

    assertThat(sayings.item(ip, Locale.CHINESE))
        .isEqualTo(
            new Item(
                "wecom.access",
                State.BROKEN,
                "企业微信不认我们的出口地址，它看到的是203.0.113.7。",
                "到管理后台 → 应用管理 → 自建 → 你的应用 → 企业可信IP，把它加上，约一分钟生效。要加的是203.0.113.7。"));
    assertThat(sayings.item(ip, Locale.ENGLISH).whatToDo()).contains("企业可信IP", "203.0.113.7");
    assertThat(sayings.item(WELL, Locale.ENGLISH).whatToDo()).isEmpty();
  }

  @Test
  void a_moment_is_said_as_people_say_it_and_what_is_not_known_is_left_out() {
    var knocks = new Finding("wecom.knocks", State.OK, "wecom.knock-ok", Map.of("taken", NOW));
    assertThat(sayings.item(knocks, Locale.CHINESE).words()).isEqualTo("企业微信来过。今天 10:00收到消息。");
  }

  @Test
  void a_disk_that_fills_up_is_noticed_in_time() {
    assertThat(Examinations.room(50L << 20).state()).isEqualTo(State.BROKEN);
    assertThat(Examinations.room(500L << 20).state()).isEqualTo(State.WARNING);
    assertThat(Examinations.room(50L << 30).state()).isEqualTo(State.OK);
  }
}
