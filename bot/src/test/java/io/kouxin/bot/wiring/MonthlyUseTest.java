package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.kouxin.bot.doctor.Finding;
import io.kouxin.bot.doctor.Sayings;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wording.Moments;
import io.kouxin.integrations.channel.Checkup.State;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What two nodes use of a month, and what is said of it. */
@ParameterizedClass
@EnumSource
class MonthlyUseTest {
  private static final String MARCH = "dingtalk:2026-03";
  private final Scene scene;
  private final MonthlyUse one;
  private final MonthlyUse other;

  MonthlyUseTest(Stores kind) {
    scene = new Scene(kind);
    one = node(100, 50);
    other = node(100, 50);
  }

  private MonthlyUse node(long calls, long messages) {
    var ground = new MonthlyUse.Ground(scene.jdbc, scene.transactions, scene.journal, scene.clock);
    return new MonthlyUse(ground, new DingTalkSettings.Quota(calls, messages, 20));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private static void calls(MonthlyUse node, int count) {
    IntStream.range(0, count).forEach(i -> node.call());
    node.flush();
  }

  private static void messages(MonthlyUse node, int count) {
    IntStream.range(0, count).forEach(i -> node.message());
    node.flush();
  }

  private int warnings(String subject) {
    return scene.journal.about(subject).size();
  }

  private Finding found(MonthlyUse node) {
    return node.findings().getFirst();
  }

  @Test
  void at_four_fifths_both_nodes_together_warn_once() {
    calls(one, 40);
    calls(other, 39);
    assertThat(warnings(MARCH + ":calls")).as("79 of 100").isZero();
    calls(one, 1);
    assertThat(scene.journal.about(MARCH + ":calls"))
        .singleElement()
        .extracting(entry -> entry.kind())
        .isEqualTo("quota.high");
    calls(other, 30);
    calls(one, 30);
    assertThat(warnings(MARCH + ":calls")).isEqualTo(1);
    assertThat(warnings(MARCH + ":messages")).isZero();
  }

  @Test
  void a_leap_over_the_limit_warns_and_each_limit_by_itself() {
    calls(one, 500);
    messages(other, 500);
    assertThat(warnings(MARCH + ":calls")).isEqualTo(1);
    assertThat(warnings(MARCH + ":messages")).isEqualTo(1);
  }

  @Test
  void the_month_ends_at_midnight_in_shanghai() {
    scene.clock.moveTo(Scene.at("2026-03-31T23:59:00"));
    calls(one, 90);
    assertThat(found(one).state()).isEqualTo(State.WARNING);
    scene.clock.move(Duration.ofMinutes(2));
    assertThat(found(one).state()).as("it is still March in London").isEqualTo(State.OK);
    calls(one, 90);
    assertThat(warnings(MARCH + ":calls")).isEqualTo(1);
    assertThat(warnings("dingtalk:2026-04:calls")).isEqualTo(1);
  }

  @Test
  void a_start_forgets_nothing_and_does_not_warn_again() {
    calls(one, 85);
    MonthlyUse later = node(100, 50);
    assertThat(found(later).values().get("calls")).isEqualTo(85L);
    calls(later, 5);
    assertThat(warnings(MARCH + ":calls")).isEqualTo(1);
  }

  @Test
  void what_the_store_does_not_take_is_counted_later() {
    scene.jdbc.sql("ALTER TABLE quota RENAME TO quota_away").update();
    one.call();
    assertThatException().isThrownBy(one::flush);
    scene.jdbc.sql("ALTER TABLE quota_away RENAME TO quota").update();
    one.flush();
    one.flush();
    assertThat(found(other).values().get("calls")).isEqualTo(1L);
  }

  @Test
  void where_there_is_no_limit_nothing_is_high() {
    MonthlyUse unlimited = node(0, 0);
    calls(unlimited, 10_000);
    assertThat(warnings(MARCH + ":calls")).isZero();
    assertThat(found(unlimited).state()).isEqualTo(State.OK);
  }

  @Test
  void doctor_and_metrics_show_what_is_left() {
    calls(one, 20);
    messages(other, 45);
    one.message();
    var moments = new Moments(scene.clock, Scene.ZONE);
    String words = new Sayings(scene.wording, moments).item(found(one), Locale.ENGLISH).words();
    assertThat(words).contains("Over four fifths", "20 of 100 API calls", "46 of 50 messages");
    var metrics = new SimpleMeterRegistry();
    one.bindTo(metrics);
    assertThat(gauge(metrics, "kouxin.quota.used", "messages")).as("not flushed yet").isEqualTo(46);
    assertThat(gauge(metrics, "kouxin.quota.used", "calls")).isEqualTo(20);
    assertThat(gauge(metrics, "kouxin.quota.most", "calls")).isEqualTo(100);
  }

  private static double gauge(SimpleMeterRegistry metrics, String name, String kind) {
    return metrics.get(name).tags("channel", "dingtalk", "kind", kind).gauge().value();
  }
}
