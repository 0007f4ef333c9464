package io.kouxin.bot.doctor;

import static io.kouxin.bot.store.Scene.CHEN;
import static io.kouxin.bot.store.Scene.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.alert.ListedDirectory;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.people.Person.Role;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is not reached, and what does not leave. */
@ParameterizedClass
@EnumSource
class PeopleAndMessagesTest {
  private static final String CHANNEL = "platform";
  private final Scene scene;
  private final ListedDirectory directory = new ListedDirectory(CHANNEL);

  PeopleAndMessagesTest(Stores kind) {
    scene = new Scene(kind);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private void isThere(Person person) {
    scene.people.save(person, List.of(new Account(CHANNEL, person.id())));
  }

  private List<Finding> range() {
    return Examinations.visibleRange(scene.people, directory).findings();
  }

  @Test
  void who_has_no_account_there_is_not_looked_for() {
    assertThat(range()).containsExactly(new Finding("platform.people", State.OK, "people-none"));
  }

  @Test
  void those_outside_the_visible_range_are_named() {
    isThere(ZHANG);
    isThere(CHEN);
    directory.lists(CHEN.id(), CHEN.name(), "", List.of());
    assertThat(range())
        .containsExactly(
            new Finding(
                "platform.people",
                State.WARNING,
                "people-hidden",
                Map.of("n", 1, "names", ZHANG.name())));
  }

  @Test
  void when_nobody_is_seen_it_is_broken() {
    isThere(ZHANG);
    assertThat(range()).extracting(Finding::state).containsExactly(State.BROKEN);
  }

  @Test
  void a_rep_without_any_leader_to_be_told_is_named() {
    var alone = new Person("alone", "孙八", Role.REP, Locale.CHINESE, "", Optional.empty());
    var ghost = new Person("ghost", "吴鬼", Role.MANAGER, Locale.CHINESE, "", Optional.empty());
    scene.people.save(ghost, List.of());
    var led = new Person("led", "钱七", Role.REP, Locale.CHINESE, "", Optional.of("ghost"));
    for (Person person : List.of(alone, led, ZHANG)) {
      isThere(person);
      directory.lists(person.id(), person.name(), "", List.of());
    }
    assertThat(range())
        .as("Zhang's leader is reached through us")
        .last()
        .isEqualTo(
            new Finding(
                "platform.leaders",
                State.WARNING,
                "leaders-hidden",
                Map.of("n", 2, "names", "孙八、钱七")));
  }

  @Test
  void a_directory_that_does_not_answer_says_nothing_about_people() {
    isThere(ZHANG);
    directory.fails();
    assertThat(range()).extracting(Finding::state).containsExactly(State.UNKNOWN);
  }

  @Test
  void administrators_have_to_be_on_the_platform() {
    var li = new Person("lifang", "李芳", Role.ADMIN, Locale.CHINESE, "", Optional.empty());
    scene.people.save(li, List.of(Scene.account(li)));
    assertThat(Examinations.administrators(scene.people, List.of(CHANNEL)).findings())
        .extracting(Finding::state)
        .containsExactly(State.WARNING);
    assertThat(Examinations.administrators(scene.people, List.of()).findings())
        .containsExactly(
            new Finding("administrators", State.OK, "administrators-ok", Map.of("names", "李芳")));
  }

  private List<Finding> messages() {
    return Examinations.messages(scene.outbox, List.of(new ReasonsRead()), scene.clock).findings();
  }

  private void waits(String key, String reason) {
    var message = new Outbound.Reply(key, "好");
    var to = new Account(CHANNEL, ZHANG.id());
    scene.transactions.executeWithoutResult(status -> scene.outbox.post(Post.plain(to, message)));
    scene
        .jdbc
        .sql("UPDATE outbox SET reason = NULLIF(:reason, '') WHERE message = :key")
        .param("reason", reason)
        .param("key", key)
        .update();
  }

  @Test
  void what_waits_is_told_with_what_keeps_it() {
    assertThat(messages()).extracting(Finding::state).containsExactly(State.OK);
    waits("a", "43012");
    waits("b", "43012");
    assertThat(messages())
        .containsExactly(
            new Finding(
                "outbox",
                State.BROKEN,
                List.of("outbox-waiting", "platform.no-callback"),
                Map.of("n", 2)));
  }

  @Test
  void what_only_waits_long_is_told_as_well() {
    waits("a", "");
    assertThat(messages()).extracting(Finding::state).containsExactly(State.OK);
    scene.clock.move(Duration.ofMinutes(11));
    assertThat(messages())
        .containsExactly(new Finding("outbox", State.WARNING, "outbox-old", Map.of("n", 1L)));
  }

  /** A checkup that only reads reasons. */
  private record ReasonsRead() implements Checkup {
    @Override
    public String name() {
      return CHANNEL;
    }

    @Override
    public List<Symptom> look() {
      return List.of();
    }

    @Override
    public Symptom send(String account, Outbound.Push card) {
      return new Symptom("card", "card-ok", State.OK);
    }

    @Override
    public Optional<Symptom> reading(String reason) {
      return Optional.of(reason)
          .filter("43012"::equals)
          .map(code -> new Symptom("message", "no-callback", State.BROKEN));
    }
  }
}
