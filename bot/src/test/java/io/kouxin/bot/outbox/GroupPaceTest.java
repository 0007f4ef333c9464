package io.kouxin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.GroupRobot;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.wecom.WeComAccess;
import io.kouxin.integrations.wecom.WeComApi;
import io.kouxin.integrations.wecom.WeComGroups;
import io.kouxin.integrations.wecom.emulator.EmulatorConfig;
import io.kouxin.integrations.wecom.emulator.GroupRobots;
import io.kouxin.integrations.wecom.emulator.WeComEmulator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Much to say to one group, whose robot speaks 20 times a minute. */
class GroupPaceTest {
  private static final int MANY = 120;

  @Test
  void all_of_it_is_read_in_order_and_never_too_fast() {
    try (var counter = new Counter(Stores.SQLITE);
        var emulator = WeComEmulator.start(EmulatorConfig.random().at(counter.clock));
        var api = new WeComApi(access(emulator), counter.clock)) {
      String address = emulator.baseUrl() + "/cgi-bin/webhook/send?key=" + GroupRobots.KEY;
      var robot = new GroupRobot(WeComGroups.NAME, address, "");
      counter.through(new WeComGroups(api, name -> Optional.of(robot)));
      var group = new Account(WeComGroups.NAME, robot.recipient());
      for (int n = 0; n < MANY; n++) {
        var push = new Outbound.Push("alert" + n, Optional.empty(), "第 " + n + " 条");
        counter.outbox.post(Post.punctual(group, push, "", ""));
      }
      counter.pass(Duration.ofMinutes(10));
      List<GroupRobots.Said> read = emulator.groupRobots().read(GroupRobots.KEY);
      assertThat(read.stream().flatMap(said -> said.words().lines()))
          .hasSize(MANY)
          .startsWith("第 0 条", "第 1 条")
          .doesNotHaveDuplicates()
          .endsWith("第 119 条");
      assertThat(read).allSatisfy(said -> assertThat(within(read, said.at())).isLessThan(21));
      assertThat(counter.outbox.waiting()).isZero();
      assertThat(counter.outbox.list(Optional.of(Posted.State.REFUSED), Optional.empty(), 10))
          .isEmpty();
      System.out.printf(
          "%d alerts to one group became %d messages within %s%n",
          MANY, read.size(), Duration.between(read.getFirst().at(), read.getLast().at()));
    }
  }

  private static WeComAccess access(WeComEmulator emulator) {
    var app = emulator.app();
    return new WeComAccess(
        app.corpId(), app.agentId(), app.secret(), URI.create(emulator.baseUrl()));
  }

  private static long within(List<GroupRobots.Said> read, Instant at) {
    return read.stream()
        .filter(said -> !said.at().isBefore(at))
        .filter(said -> said.at().isBefore(at.plus(Duration.ofMinutes(1))))
        .count();
  }
}
