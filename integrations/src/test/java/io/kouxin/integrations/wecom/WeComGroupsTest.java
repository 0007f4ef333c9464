package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.GroupRobot;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.wecom.emulator.Fault;
import io.kouxin.integrations.wecom.emulator.GroupRobots;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a team reads in its group. */
class WeComGroupsTest {
  private static final String PATH = "/cgi-bin/webhook/send";
  private final Office office = new Office();
  private final String base = office.emulator.baseUrl() + PATH;
  private final WeComGroups groups = new WeComGroups(office.api, name -> Optional.of(robot()));

  @AfterEach
  void close() {
    office.close();
  }

  private GroupRobot robot() {
    return new GroupRobot(WeComGroups.NAME, base + "?key=" + GroupRobots.KEY, "");
  }

  private Delivered say(String key, String words) throws ChannelException {
    return groups.deliver(robot().recipient(), new Outbound.Push(key, Optional.empty(), words));
  }

  private List<String> read() {
    return office.emulator.groupRobots().read(GroupRobots.KEY).stream()
        .map(GroupRobots.Said::words)
        .toList();
  }

  @Test
  void it_reads_peoples_words_as_they_are() throws ChannelException {
    assertThat(groups.robot(base + "?key=" + GroupRobots.KEY, "")).isEqualTo(robot());
    assertThat(say("k", "张三 · 华康\n# 不是标题 [点我](http://x) <font>").receipts()).isEmpty();
    assertThat(read()).containsExactly("张三 · 华康\n＃ 不是标题 ［点我](http://x) ＜font>");
    assertThat(office.emulator.calls(Office.GET_TOKEN)).isZero();
  }

  @Test
  void long_words_leave_in_pieces_that_fit() throws ChannelException {
    say("k", "第一句说的是价格。".repeat(400));
    assertThat(String.join("", read())).isEqualTo("第一句说的是价格。".repeat(400));
    assertThat(groups.parts(new Outbound.Reply("k", "第一句说的是价格。".repeat(400))))
        .isEqualTo(read().size());
  }

  @Test
  void what_was_wrong_is_corrected_in_words() throws ChannelException {
    var recall = new Outbound.Recall("r", "k", List.of(), "更正：不算了。");
    assertThat(groups.deliver("group-1", recall).way()).isEqualTo(Delivered.Way.CHAT);
    assertThat(read()).containsExactly("更正：不算了。");
  }

  @Test
  void the_twenty_first_in_a_minute_waits() throws ChannelException {
    for (int n = 0; n < 20; n++) {
      say("k" + n, "第" + n);
    }
    assertThatExceptionOfType(ChannelException.Retry.class)
        .isThrownBy(() -> say("k20", "第20"))
        .satisfies(e -> assertThat(e.after()).isEqualTo(Duration.ofMinutes(1)));
    office.emulator.advance(Duration.ofMinutes(1));
    say("k20", "第20");
    assertThat(read()).hasSize(21);
  }

  @Test
  void a_robot_that_left_its_group_is_refused_without_its_key() {
    office.emulator.groupRobots().remove(GroupRobots.KEY);
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> say("k", "话"))
        .withMessageContaining("93000 (no-such-robot)")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(GroupRobots.KEY));
    var nobody = new WeComGroups(office.api, name -> Optional.empty());
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> nobody.deliver("group-1", new Outbound.Reply("k", "话")));
  }

  @Test
  void what_left_without_an_answer_is_doubtful_and_what_did_not_leave_waits() throws Exception {
    office.emulator.faults().set(PATH, new Fault.LostAnswer(), 1);
    assertThatExceptionOfType(ChannelException.Doubtful.class).isThrownBy(() -> say("k", "话"));
    office.emulator.faults().set(PATH, new Fault.Code(-1), 1);
    assertThatExceptionOfType(ChannelException.Retry.class).isThrownBy(() -> say("k2", "话"));
  }

  @Test
  void files_and_silence_are_refused() {
    var file = new Outbound.FileDelivery("f", "a.csv", "text/csv", new byte[9], "给");
    for (Outbound no : List.of(file, new Outbound.Reply("k", " "))) {
      assertThatExceptionOfType(ChannelException.Refused.class)
          .isThrownBy(() -> groups.deliver("group-1", no));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://evil.example/cgi-bin/webhook/send?key=0123456789",
        "{base}",
        "{base}?key=short",
        "{base}?key=0123456789\n",
        "{base}?key=0123456789&x=1",
        "{base}/../x?key=0123456789"
      })
  void an_address_that_is_none_is_refused_without_being_quoted(String address) {
    String given = address.replace("{base}", base);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.robot(given, ""))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("0123456789", "evil"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.robot(base + "?key=" + GroupRobots.KEY, "SEC0123456789"));
    assertThat(robot().toString()).doesNotContain(GroupRobots.KEY);
  }
}
