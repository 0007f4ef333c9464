package io.kouxin.bot.wiring;

import static io.kouxin.bot.store.Scene.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.alert.Administering;
import io.kouxin.bot.alert.Colleagues;
import io.kouxin.bot.alert.Ground;
import io.kouxin.bot.alert.Upkeep;
import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.people.Person.Role;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.SmallLibrary;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.work.JdbcDeadLetters;
import io.kouxin.integrations.wecom.WeComAccess;
import io.kouxin.integrations.wecom.WeComApi;
import io.kouxin.integrations.wecom.WeComDirectory;
import io.kouxin.integrations.wecom.emulator.EmulatorConfig;
import io.kouxin.integrations.wecom.emulator.WeComEmulator;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stranger whom WeCom's own directory knows. */
class WeComStrangerTest {
  private static final Person ADMIN =
      new Person("lifang", "李芳", Role.ADMIN, Locale.CHINESE, "", Optional.empty());
  private static final Account STRANGER = new Account("wecom", "zhangsan");

  private final Scene scene = new Scene(Stores.SQLITE);
  private final WeComEmulator emulator = WeComEmulator.start(EmulatorConfig.random());
  private final WeComApi api =
      new WeComApi(
          new WeComAccess(
              emulator.app().corpId(),
              emulator.app().agentId(),
              emulator.app().secret(),
              URI.create(emulator.baseUrl())),
          Clock.systemUTC());

  WeComStrangerTest() {
    var ground =
        new Ground(
            scene.jdbc,
            scene.transactions,
            scene.clock,
            scene.wakes,
            scene.calendar,
            scene.followUps,
            scene.people,
            scene.outbox,
            scene.wording,
            SmallLibrary::item,
            scene.budget,
            scene.teamReading());
    var letters = new JdbcDeadLetters(scene.jdbc, scene.transactions, scene.clock, Map::of);
    var upkeep = new Upkeep(scene.journal, letters, List::of, Locale.CHINESE, Duration.ofHours(72));
    var directory = new WeComDirectory(api, Clock.systemUTC());
    var room = new Administering(ground, upkeep, new Colleagues(List.of(directory)));
    scene.join(room.works(), room.reactions(), room.tapHandlers());
    scene.people.save(ADMIN, List.of(account(ADMIN)));
    scene.settle();
  }

  @AfterEach
  void close() {
    api.close();
    emulator.close();
    scene.close();
  }

  @Test
  void is_named_on_the_card_and_added_with_team_and_leader() {
    var wrote =
        new Happening("sender.unknown", Optional.empty(), Optional.empty(), STRANGER.key(), "{}");
    scene.transactions.executeWithoutResult(status -> scene.journal.append(wrote));
    scene.settle();
    assertThat(scene.wordsTo(ADMIN))
        .containsExactly("张三（ZhangSan）（华东销售部）给口信发了消息，不在名单里，已先留着。是新同事吗？");

    scene.tap(ADMIN, scene.to(ADMIN).getFirst(), "add");
    Person added = scene.people.behind(STRANGER).orElseThrow();
    Person leader = scene.people.behind("wecom", "lisi").orElseThrow();
    assertThat(added.name()).isEqualTo("张三");
    assertThat(added.team()).isEqualTo("华东销售部");
    assertThat(added.leader()).contains(leader.id());
    assertThat(leader.name()).isEqualTo("李四");
    assertThat(leader.role()).isEqualTo(Role.MANAGER);
  }
}
