package io.kouxin.bot.alert;

import static io.kouxin.bot.store.Scene.CHEN;
import static io.kouxin.bot.store.Scene.ZHANG;
import static io.kouxin.bot.store.Scene.account;
import static io.kouxin.bot.store.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.alert.Upkeep.Waiting;
import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.bot.outbox.Posted.State;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.people.Person.Role;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wording.MessageRules;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What two administrators hear of, when, and how often. */
@ParameterizedClass
@EnumSource
class AdministeringTest {
  private static final Person LI =
      new Person("lifang", "李芳", Role.ADMIN, Locale.CHINESE, "", Optional.empty());
  private static final Person KATE =
      new Person("kate", "Kate", Role.ADMIN, Locale.ENGLISH, "", Optional.empty());
  private static final Account STRANGER = new Account("sandbox", "QianQi");

  private final Scene scene;
  private final List<Waiting> waiting = new ArrayList<>();
  private final ListedDirectory directory = new ListedDirectory("sandbox");
  private final Work briefing;

  AdministeringTest(Stores kind) {
    scene = new Scene(kind);
    var room = Desk.of(scene, () -> List.copyOf(waiting), directory);
    briefing = room.works().getFirst();
    scene.join(room.works(), room.reactions(), room.tapHandlers());
    scene.people.save(LI, List.of(account(LI)));
    scene.people.save(KATE, List.of(account(KATE)));
    scene.settle();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private void happens(String kind, String subject) {
    var happening = new Happening(kind, Optional.empty(), Optional.empty(), subject, "{}");
    scene.transactions.executeWithoutResult(status -> scene.journal.append(happening));
    scene.settle();
  }

  private void aStrangerWrites() {
    happens("sender.unknown", STRANGER.key());
  }

  private void isGivenUp(String message) {
    scene
        .jdbc
        .sql(
            "INSERT INTO dead_letter (id, work, subject, reason, attempts, at)"
                + " VALUES (:id, 'converse', :id, 'stumbled', 5, 0)")
        .param("id", message)
        .update();
    happens("message.given-up", message);
  }

  private void isParked(int notes, boolean coming) {
    waiting.clear();
    waiting.add(new Waiting(Locale.CHINESE, "vosk-model-small-cn-0.22", notes, coming));
    happens("note.parked", "note-" + notes);
  }

  private Card card(Person admin) {
    return scene.face(scene.to(admin).getFirst());
  }

  @Test
  void every_administrator_is_asked_in_their_language_and_nobody_else() {
    aStrangerWrites();
    aStrangerWrites();

    assertThat(scene.wordsTo(LI)).containsExactly("QianQi给口信发了消息，不在名单里，已先留着。是新同事吗？");
    assertThat(scene.wordsTo(KATE))
        .containsExactly(
            "QianQi wrote, but is not on the list; the note is kept. A new colleague?");
    assertThat(scene.to(CHEN)).isEmpty();
    assertThat(scene.to(ZHANG)).isEmpty();
  }

  @Test
  void a_used_up_quota_is_told_once_a_month_and_limit() {
    happens("quota.high", "dingtalk:2026-03:calls");
    happens("quota.high", "dingtalk:2026-03:calls");
    assertThat(scene.wordsTo(LI)).containsExactly("钉钉这个月的接口调用额度已用掉八成，用完后收发都会停。到开放平台的用量统计看看，要不要加量。");
    happens("quota.high", "dingtalk:2026-03:messages");
    happens("quota.high", "dingtalk:2026-04:calls");
    assertThat(scene.wordsTo(LI)).hasSize(3);
    assertThat(scene.wordsTo(KATE).get(1)).contains("four fifths of this month's messages");
    assertThat(scene.to(ZHANG)).isEmpty();
  }

  @Test
  void what_one_administrator_decides_the_other_one_sees() {
    aStrangerWrites();
    Posted second = scene.to(KATE).getFirst();
    scene.tap(LI, scene.to(LI).getFirst(), "add");
    scene.tap(KATE, second, "refuse");
    scene.tap(KATE, second, "add");

    assertThat(card(LI).settled()).contains("加好了，还留着的这就接着办，往后发的直接办。");
    assertThat(card(KATE).settled())
        .contains("Added. What is still kept goes on now, what comes next too.");
    assertThat(scene.people.all()).filteredOn(p -> p.name().equals("QianQi")).hasSize(1);
    assertThat(scene.journal.about(STRANGER.key()))
        .extracting(entry -> entry.kind())
        .containsOnly("sender.unknown");
  }

  @Test
  void a_newcomer_gets_the_only_manager_and_never_somebody_else_s_place() {
    var namesake = new Person("QianQi", "钱七", Role.REP, Locale.CHINESE, "", Optional.empty());
    scene.people.save(namesake, List.of());
    aStrangerWrites();
    scene.tap(LI, scene.to(LI).getFirst(), "add");

    Person added = scene.people.behind("sandbox", "QianQi").orElseThrow();
    assertThat(added.id()).isNotEqualTo("QianQi");
    assertThat(added.leader()).contains(CHEN.id());
    assertThat(added.team()).isEqualTo(CHEN.team());
    assertThat(scene.people.find("QianQi")).contains(namesake);
  }

  /** Where the store has one connection, the directory gets it only outside transactions. */
  @Test
  void the_directory_says_who_a_stranger_is_and_is_asked_outside_transactions() {
    directory.lists("QianQi", "钱七", "华东销售部", List.of());
    directory.first(scene.people::all);
    aStrangerWrites();

    assertThat(scene.wordsTo(LI)).containsExactly("钱七（QianQi）（华东销售部）给口信发了消息，不在名单里，已先留着。是新同事吗？");
    scene.tap(LI, scene.to(LI).getFirst(), "add");
    Person added = scene.people.behind("sandbox", "QianQi").orElseThrow();
    assertThat(added.name()).isEqualTo("钱七");
    assertThat(added.team()).isEqualTo("华东销售部");
    assertThat(added.leader()).as("nobody is seen, and there is one manager").contains(CHEN.id());
  }

  @Test
  void a_newcomer_gets_the_leader_of_the_directory() {
    var other = new Person("zhou", "周", Role.MANAGER, Locale.CHINESE, "", Optional.empty());
    scene.people.save(other, List.of(account(other)));
    directory.lists("QianQi", "钱七", "", List.of("zhou", CHEN.id()));
    aStrangerWrites();
    scene.tap(LI, scene.to(LI).getFirst(), "add");

    assertThat(scene.people.behind("sandbox", "QianQi").orElseThrow().leader()).contains("zhou");
  }

  @Test
  void a_leader_whom_nobody_knew_is_a_manager_from_now_on() {
    directory.lists("QianQi", "钱七", "华东销售部", List.of("sunba"));
    directory.lists("sunba", "孙八", "华东大区", List.of());
    aStrangerWrites();
    scene.tap(LI, scene.to(LI).getFirst(), "add");

    Person leader = scene.people.behind("sandbox", "sunba").orElseThrow();
    assertThat(scene.people.behind("sandbox", "QianQi").orElseThrow().leader())
        .contains(leader.id());
    assertThat(leader.name()).isEqualTo("孙八");
    assertThat(leader.role()).isEqualTo(Role.MANAGER);
    assertThat(leader.language()).isEqualTo(Locale.CHINESE);
    assertThat(leader.team()).isEqualTo("华东大区");
  }

  @Test
  void a_directory_that_fails_or_sleeps_changes_nothing() {
    directory.lists("QianQi", "钱七", "华东销售部", List.of());
    directory.fails();
    aStrangerWrites();
    assertThat(scene.wordsTo(LI)).containsExactly("QianQi给口信发了消息，不在名单里，已先留着。是新同事吗？");

    directory.sleeps();
    scene.tap(LI, scene.to(LI).getFirst(), "add");
    Person added = scene.people.behind("sandbox", "QianQi").orElseThrow();
    assertThat(added.name()).isEqualTo("QianQi");
    assertThat(added.leader()).contains(CHEN.id());
  }

  @Test
  void with_two_managers_a_newcomer_has_no_leader_yet() {
    var other = new Person("zhou", "周", Role.MANAGER, Locale.CHINESE, "", Optional.empty());
    scene.people.save(other, List.of(account(other)));
    aStrangerWrites();
    scene.tap(LI, scene.to(LI).getFirst(), "add");

    assertThat(scene.people.behind("sandbox", "QianQi").orElseThrow().leader()).isEmpty();
  }

  @Test
  void who_is_no_administrator_any_more_decides_nothing() {
    aStrangerWrites();
    var was = new Person(LI.id(), LI.name(), Role.REP, LI.language(), "", Optional.empty());
    scene.people.save(was, List.of(account(LI)));
    scene.tap(was, scene.to(LI).getFirst(), "add");

    assertThat(scene.people.behind("sandbox", "QianQi")).isEmpty();
  }

  @Test
  void what_gets_stuck_is_told_at_most_once_an_hour_and_together() {
    isGivenUp("1");
    isGivenUp("2");
    isGivenUp("3");
    assertThat(scene.wordsTo(LI)).hasSize(1).last().asString().startsWith("1件整理时卡住了，都存着");

    scene.until("2026-03-04T11:29");
    assertThat(scene.to(LI)).hasSize(1);
    scene.until("2026-03-04T11:30");
    assertThat(scene.wordsTo(LI))
        .hasSize(2)
        .last()
        .isEqualTo("3件整理时卡住了，都存着。原因在 /api/v1/dead-letters 里看，弄好后在那儿让它们再试一次。");
    assertThat(scene.wordsTo(KATE)).hasSize(2).last().asString().startsWith("3 things are saved");

    scene.until("2026-03-05T11:30");
    assertThat(scene.to(LI)).as("only news is told").hasSize(2);
  }

  @Test
  void what_gets_stuck_at_night_waits_and_is_not_told_if_it_is_mended_by_then() {
    scene.clock.moveTo(at("2026-03-04T23:00"));
    isGivenUp("1");
    scene.jdbc.sql("UPDATE dead_letter SET retried_at = 1").update();
    scene.until("2026-03-05T08:00");
    assertThat(scene.to(LI)).isEmpty();

    scene.clock.moveTo(at("2026-03-05T23:00"));
    isGivenUp("2");
    assertThat(scene.to(LI)).isEmpty();
    scene.until("2026-03-06T07:30");
    assertThat(scene.to(LI)).hasSize(1);
  }

  @Test
  void what_may_have_arrived_is_told_once_an_hour_as_long_as_it_is_not_settled() {
    for (String key : List.of("1", "2")) {
      // Nobody serves this account here.
      scene.outbox.post(Post.plain(new Account("nowhere", "ann"), new Outbound.Reply(key, "话")));
    }
    scene.jdbc.sql("UPDATE outbox SET state = 'DOUBTFUL' WHERE channel = 'nowhere'").update();
    happens("message.doubtful", "1");
    assertThat(scene.wordsTo(LI))
        .containsExactly("2条发出去了，不知道到没到。在 /api/v1/outbox?state=doubtful 里看，" + "问过收信的人，没到的在那儿再发。");
    assertThat(scene.wordsTo(KATE)).hasSize(1).last().asString().startsWith("2 messages left");
    scene.outbox.list(Optional.of(State.DOUBTFUL), Optional.empty(), 9).stream()
        .map(Posted::id)
        .forEach(scene.outbox::retry);
    happens("message.doubtful", "1");
    scene.until("2026-03-05T11:30");
    assertThat(scene.wordsTo(LI)).hasSize(1);
  }

  @Test
  void a_missing_model_is_told_once_a_day_as_long_as_notes_wait() {
    isParked(1, false);
    isParked(2, false);
    assertThat(scene.to(LI)).isEmpty();
    scene.until("2026-03-04T10:40");
    assertThat(scene.wordsTo(LI))
        .containsExactly(
            "2条语音存着，在等中文识别。执行：java -jar kouxin.jar models fetch vosk-model-small-cn-0.22；不能上网就看README");
    isParked(12, false);
    scene.until("2026-03-05T10:39");
    assertThat(scene.to(LI)).hasSize(1);
    scene.until("2026-03-05T10:40");
    assertThat(scene.wordsTo(LI)).hasSize(2).last().asString().startsWith("12条语音");

    waiting.clear();
    scene.until("2026-03-08T10:40");
    assertThat(scene.to(LI)).hasSize(2);
  }

  @Test
  void a_model_that_is_on_its_way_is_no_news_until_it_stops() {
    isParked(3, true);
    scene.until("2026-03-04T12:00");
    assertThat(scene.to(LI)).isEmpty();

    isParked(3, false);
    scene.until("2026-03-04T12:10");
    assertThat(scene.to(LI)).hasSize(1);
  }

  @Test
  void a_clock_that_jumps_back_holds_nothing_back() {
    isGivenUp("1");
    scene.clock.move(Duration.ofDays(-1));
    isGivenUp("2");
    assertThat(scene.to(LI)).hasSize(2);
  }

  @Test
  void what_could_not_be_told_is_put_aside_and_can_be_tried_again() {
    scene.clock.moveTo(at("2026-03-04T23:00"));
    aStrangerWrites();
    String topic = "stranger:" + STRANGER.key();
    assertThat(briefing.setAside(topic, "broken")).contains(topic);
    assertThat(briefing.next(topic)).isEmpty();

    scene.clock.moveTo(at("2026-03-05T09:00"));
    briefing.revive(topic);
    scene.settle();
    assertThat(scene.to(LI)).hasSize(1);
  }

  @Test
  void long_names_and_large_numbers_still_make_messages_within_the_rules() {
    happens("sender.unknown", "sandbox:" + "很长的账号".repeat(40));
    waiting.add(new Waiting(Locale.ENGLISH, "vosk-model-cn-kaldi-multicn-0.15", 9_999, false));
    happens("note.parked", "note");
    scene.until("2026-03-04T10:40");
    isGivenUp("1");

    for (Person admin : List.of(LI, KATE)) {
      assertThat(scene.to(admin)).hasSize(3);
      scene
          .wordsTo(admin)
          .forEach(words -> assertThat(MessageRules.broken(Map.of("it", words))).isEmpty());
      assertThat(scene.wordsTo(admin).get(1)).contains("fetch vosk-model-cn-kaldi-multicn-0.15");
    }
  }
}
