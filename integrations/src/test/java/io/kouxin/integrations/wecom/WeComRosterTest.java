package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Directory.Member;
import io.kouxin.integrations.channel.Directory.Roster;
import io.kouxin.integrations.wecom.emulator.Fault;
import io.kouxin.integrations.wecom.emulator.Faults;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everybody whom the application may see. */
class WeComRosterTest {
  private static final String LIST = "/cgi-bin/user/list";
  private final Office office = new Office();
  private final WeComDirectory directory = new WeComDirectory(office.api, new MovingClock());

  @AfterEach
  void close() {
    office.close();
  }

  private static Optional<Member> of(Roster roster, String account) {
    return roster.members().stream().filter(one -> one.account().equals(account)).findFirst();
  }

  @Test
  void everybody_comes_with_department_and_leader() throws ChannelException {
    Roster roster = directory.roster(Set.of("zhangsan"));

    assertThat(roster.members())
        .extracting(Member::account)
        .containsExactlyInAnyOrder("ZhangSan", "lisi", "WangWu", "ZhaoLiu");
    assertThat(of(roster, "ZhangSan").orElseThrow().leaders()).containsExactly("lisi");
    assertThat(of(roster, "ZhangSan").orElseThrow().departments()).containsExactly("华东销售部");
    assertThat(roster.departments()).isEqualTo(2);
    assertThat(roster.gap()).isEmpty();
  }

  @Test
  void thousands_are_one_call_a_department() throws ChannelException {
    for (int i = 0; i < 3_000; i++) {
      var one = io.kouxin.integrations.wecom.emulator.Member.of("u" + i, "员工" + i);
      office
          .emulator
          .people()
          .add(
              new io.kouxin.integrations.wecom.emulator.Member(
                  one.userId(), one.name(), 10 + i % 20, Optional.of("lisi"), true));
    }

    assertThat(directory.roster(Set.of("u1", "u2999")).members()).hasSize(3_004);
    assertThat(office.emulator.calls(LIST)).isEqualTo(22);
    assertThat(office.emulator.calls(Office.USER)).isZero();
    assertThat(office.emulator.calls(Office.DEPARTMENTS)).isEqualTo(1);
  }

  @Test
  void a_department_that_is_hidden_is_a_gap() throws ChannelException {
    for (int code : new int[] {60011, 60123, 48002}) {
      office.emulator.faults().set(LIST, new Fault.Code(code), 1);
      assertThat(directory.roster(Set.of()).gap().orElseThrow()).contains(String.valueOf(code));
    }
  }

  @Test
  void where_departments_are_hidden_those_we_know_are_still_found() throws ChannelException {
    office.emulator.faults().set(Office.DEPARTMENTS, new Fault.Code(60011), Faults.ALWAYS);

    Roster roster = directory.roster(Set.of("zhangsan", "nobody"));
    assertThat(roster.members()).extracting(Member::account).containsExactly("ZhangSan");
    assertThat(roster.gap().orElseThrow()).contains("60011");
  }

  @Test
  void an_address_that_is_not_trusted_or_a_busy_wecom_ends_it() {
    for (int code : new int[] {60020, -1, 45009}) {
      office.emulator.faults().set(LIST, new Fault.Code(code), 1);
      assertThatExceptionOfType(ChannelException.Retry.class)
          .isThrownBy(() -> directory.roster(Set.of("zhangsan")));
    }
  }
}
