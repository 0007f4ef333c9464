package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Directory;
import io.kouxin.integrations.wecom.emulator.Fault;
import io.kouxin.integrations.wecom.emulator.Faults;
import io.kouxin.integrations.wecom.emulator.Member;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeComDirectoryTest {
  private final Office office = new Office();
  private final MovingClock clock = new MovingClock();
  private final Directory directory = new WeComDirectory(office.api, clock);

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_member_has_a_name_a_department_and_a_leader() throws ChannelException {
    var member = directory.member("ZHANGSAN").orElseThrow();
    assertThat(member.account()).isEqualTo("ZhangSan");
    assertThat(member.name()).isEqualTo("张三");
    assertThat(member.departments()).containsExactly("华东销售部");
    assertThat(member.leaders()).containsExactly("lisi");
    assertThat(directory.name()).isEqualTo("wecom");
  }

  @Test
  void where_nobody_is_named_the_leaders_of_the_department_lead() throws ChannelException {
    office.emulator.people().add(Member.of("SunQi", "孙七"));
    assertThat(directory.member("SunQi").orElseThrow().leaders()).containsExactly("lisi");
    assertThat(directory.member("lisi").orElseThrow().leaders()).isEmpty();
  }

  @Test
  void somebody_who_leads_himself_in_other_letters_has_no_leader_there() throws ChannelException {
    office.emulator.people().add(Member.of("ZhouBa", "周八").ledBy("ZHOUBA"));
    assertThat(directory.member("zhouba").orElseThrow().leaders()).doesNotContain("ZHOUBA");
  }

  @Test
  void nobody_is_found_behind_an_account_that_we_may_not_see() throws ChannelException {
    assertThat(directory.member("nobody")).isEmpty();
    for (int code : new int[] {60111, 60011, 50002}) {
      office.emulator.faults().set(Office.USER, new Fault.Code(code), 1);
      assertThat(directory.member("ZhangSan")).isEmpty();
    }
  }

  @Test
  void a_hidden_department_takes_only_its_name() throws ChannelException {
    office.emulator.faults().set(Office.DEPARTMENTS, new Fault.Code(48002), Faults.ALWAYS);
    var member = directory.member("ZhangSan").orElseThrow();
    assertThat(member.departments()).isEmpty();
    assertThat(member.leaders()).containsExactly("lisi");
  }

  @Test
  void departments_are_asked_for_now_and_then() throws ChannelException {
    directory.member("ZhangSan");
    directory.member("WangWu");
    assertThat(office.emulator.calls(Office.DEPARTMENTS)).isEqualTo(1);
    clock.advance(Duration.ofMinutes(10));
    directory.member("WangWu");
    assertThat(office.emulator.calls(Office.DEPARTMENTS)).isEqualTo(2);
  }

  @Test
  void a_busy_wecom_is_not_an_empty_one() {
    office.emulator.faults().set(Office.USER, new Fault.Code(-1), 1);
    assertThatExceptionOfType(ChannelException.Retry.class)
        .isThrownBy(() -> directory.member("ZhangSan"));
  }
}
