package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.GroupRobot;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.dingtalk.emulator.DingTalkEmulator;
import io.kouxin.integrations.dingtalk.emulator.EmulatorConfig;
import io.kouxin.integrations.dingtalk.emulator.Group;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a team reads in its group, by the robot that signs. */
class DingTalkGroupsTest {
  private static final String SECRET = "SEC0123456789";
  private final DingTalkEmulator emulator = DingTalkEmulator.start(EmulatorConfig.random());
  private final URI base = URI.create(emulator.baseUrl());
  private final DingTalkAccount account =
      new DingTalkAccount(emulator.app().clientId(), emulator.app().clientSecret(), "", base, base);
  private final MovingClock clock = new MovingClock();
  private final DingTalkApi api = new DingTalkApi(account, new Quota(clock), Clock.systemUTC());
  private final DingTalkGroups groups = groups(robot(SECRET));

  @AfterEach
  void close() {
    api.close();
    emulator.close();
  }

  private DingTalkGroups groups(GroupRobot robot) {
    return new DingTalkGroups(api, name -> Optional.of(robot), Clock.systemUTC());
  }

  private GroupRobot robot(String secret) {
    return new GroupRobot(DingTalkGroups.NAME, address("custom-1"), secret);
  }

  private String address(String token) {
    return account.oapi() + "/robot/send?access_token=" + token;
  }

  private Delivered say(String key, String words) throws ChannelException {
    return groups.deliver("group-1", new Outbound.Push(key, Optional.empty(), words));
  }

  @Test
  void the_group_reads_it_signed_and_once() throws ChannelException {
    assertThat(groups.robot(address("custom-1"), SECRET)).isEqualTo(robot(SECRET));
    say("k", "张三 · 华康医院\n# 嫌贵");
    say("k", "张三 · 华康医院\n# 嫌贵");
    assertThat(emulator.sent())
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.receipt().conversation()).isEqualTo(Group.SALES.id());
              assertThat(sent.content().title()).isEqualTo("张三 · 华康医院");
              assertThat(sent.content().text()).isEqualTo("张三 · 华康医院  \n\\# 嫌贵");
            });
  }

  @Test
  void a_wrong_secret_or_token_is_refused_without_either() {
    var unsigned = groups(robot("SECwrongwrong"));
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> unsigned.deliver("group-1", new Outbound.Reply("k", "话")))
        .withMessageContaining("310000")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("SECwrong", "custom-1"));
    var gone = groups(new GroupRobot(DingTalkGroups.NAME, address("nobodyknows"), ""));
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> gone.deliver("group-1", new Outbound.Reply("k", "话")))
        .withMessageContaining("300005");
  }

  @Test
  void the_twenty_first_in_a_minute_waits_ten() throws ChannelException {
    for (int n = 0; n < 20; n++) {
      say("k" + n, "第" + n);
    }
    assertThatExceptionOfType(ChannelException.Retry.class)
        .isThrownBy(() -> say("k20", "第20"))
        .satisfies(e -> assertThat(e.after()).isEqualTo(Duration.ofMinutes(10)));
    assertThat(emulator.sent()).hasSize(20);
  }

  @Test
  void long_words_leave_in_pieces_and_a_recall_is_a_sentence() throws ChannelException {
    say("k", "第一句说的是价格。".repeat(1_000));
    int pieces = emulator.sent().size();
    assertThat(pieces).isGreaterThan(2);
    assertThat(groups.deliver("g", new Outbound.Recall("r", "k", List.of(), "更正。")).way())
        .isEqualTo(Delivered.Way.CHAT);
    assertThat(emulator.sent()).hasSize(pieces + 1);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "https://evil.example/robot/send?access_token=0123456789 | ''",
        "{base}?access_token=short | ''",
        "{base}?access_token=0123456789&sign=x | ''",
        "{base}?access_token=0123456789 | notsec0123456789",
        "{base}?access_token=0123456789 | SEC01234567 89"
      },
      delimiter = '|')
  void an_address_or_secret_that_is_none_is_refused_without_being_quoted(
      String address, String secret) {
    String given = address.replace("{base}", account.oapi() + "/robot/send");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.robot(given, secret))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("0123456789", "evil"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.robot(address("0123456789\n"), ""));
    assertThat(robot(SECRET).toString()).doesNotContain("custom-1", SECRET);
  }
}
