package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Directory.Member;
import io.kouxin.integrations.channel.Directory.Roster;
import io.kouxin.integrations.dingtalk.emulator.DingTalkEmulator;
import io.kouxin.integrations.dingtalk.emulator.EmulatorConfig;
import io.kouxin.integrations.dingtalk.emulator.Fault;
import io.kouxin.integrations.dingtalk.emulator.Person;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everybody whom the administrator opened to the application, at DingTalk's pace. */
class DingTalkRosterTest {
  private static final String LIST = "/topapi/v2/user/list";
  private static final String USER = "/topapi/v2/user/get";
  private final MovingClock clock = new MovingClock();
  private final DingTalkEmulator emulator =
      DingTalkEmulator.start(EmulatorConfig.random().at(clock));
  private final DingTalkApi api = new DingTalkApi(account(), Meter.NONE, clock);
  private Duration waited = Duration.ZERO;
  private final DingTalkDirectory directory = new DingTalkDirectory(api, clock, this::pause);

  private DingTalkAccount account() {
    EmulatorConfig.App app = emulator.app();
    URI here = URI.create(emulator.baseUrl());
    return new DingTalkAccount(app.clientId(), app.clientSecret(), app.robotCode(), here, here);
  }

  private void pause(Duration length) {
    waited = waited.plus(length);
    clock.advance(length);
  }

  @AfterEach
  void close() {
    api.close();
    emulator.close();
  }

  @Test
  void everybody_is_listed_and_those_we_know_have_their_leader() throws ChannelException {
    Roster roster = directory.roster(Set.of("rep01", "left"));

    assertThat(roster.members())
        .extracting(Member::account)
        .containsExactlyInAnyOrder("rep01", "rep02", "mgr01", "boss01");
    assertThat(roster.members())
        .contains(new Member("rep01", "张三", java.util.List.of("销售一部"), java.util.List.of("mgr01")));
    assertThat(roster.departments()).isEqualTo(3);
    assertThat(roster.gap()).isEmpty();
    assertThat(emulator.quota().calls()).isZero();
  }

  @Test
  void only_what_was_opened_is_asked_for() throws ChannelException {
    emulator.people().open(3L);

    assertThat(directory.roster(Set.of()).members())
        .extracting(Member::account)
        .containsExactly("rep01");
  }

  @Test
  void a_thousand_come_in_pages_and_never_faster_than_dingtalk_takes_them()
      throws ChannelException {
    Set<String> known = new java.util.HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      emulator.people().add(Person.of("p" + i, "员工" + i).ledBy("mgr01"));
      if (i % 10 == 0) {
        known.add("p" + i);
      }
    }

    assertThat(directory.roster(known).members()).hasSize(1_004);
    assertThat(emulator.calls(LIST)).isEqualTo(13);
    assertThat(emulator.calls(USER)).isEqualTo(100);
    assertThat(waited).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
  }

  @Test
  void too_fast_is_waited_for_and_not_the_end() throws ChannelException {
    emulator.faults().set(LIST, new Fault.Code("90018"), 2);

    assertThat(directory.roster(Set.of()).members()).hasSize(4);
    assertThat(waited).isGreaterThanOrEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void a_hidden_part_is_a_gap_and_an_error_midway_the_end() throws ChannelException {
    emulator.faults().set(LIST, new Fault.Code("60011"), 1);
    assertThat(directory.roster(Set.of()).gap().orElseThrow()).contains("60011");

    emulator.faults().set(USER, new Fault.Code("-1"), 1);
    assertThatExceptionOfType(ChannelException.Retry.class)
        .isThrownBy(() -> directory.roster(Set.of("rep01")));
  }
}
