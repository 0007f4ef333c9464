package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.inbox.Handler;
import io.kouxin.bot.inbox.Inbox.Receipt;
import io.kouxin.bot.inbox.Message;
import io.kouxin.bot.inbox.Message.State;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wiring.Chat;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.sandbox.SandboxChannel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrangersTest extends InChat {
  private static final String STRANGER = "nobody";
  private static final String FIRST = "博宁骨科何院长要样品，周五寄";
  private static final String SECOND = "松源检验高总说没有预算，明天再联系";

  private static void isAdded(Chat any) {
    var person =
        new Person("newcomer", "钱七", Person.Role.REP, Locale.CHINESE, "华东一组", Optional.empty());
    any.people().save(person, List.of(new Account(SandboxChannel.NAME, STRANGER)));
    any.work();
  }

  private static State stateOf(Chat any, Receipt receipt) {
    return any.rooms().inbox.find(receipt.id()).orElseThrow().state();
  }

  private static List<String> customersOf(Chat any, String person) {
    return any.followUps(person).stream()
        .map(visit -> visit.customer().orElseThrow().name())
        .toList();
  }

  private static Person behind(Chat any) {
    return any.people().behind(SandboxChannel.NAME, STRANGER).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void a_stranger_is_told_once_and_heard_when_somebody_adds_them(Stores store) {
    try (var any = new Chat(store)) {
      any.types(STRANGER, FIRST);
      var second = any.types(STRANGER, SECOND);
      assertThat(any.window(STRANGER).answers())
          .containsExactly("这条先留着，留72小时。你好，我是口信，名单里还没有你；请管理员加一下，加好自动接着办。");
      assertThat(stateOf(any, second)).isEqualTo(State.HELD);

      isAdded(any);

      assertThat(customersOf(any, "newcomer")).containsExactly("博宁骨科医院", "松源医学检验所");
      assertThat(any.window(STRANGER).cards()).hasSize(2);
      assertThat(any.window(ADMIN).card().settled()).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_administrator_is_asked_once_and_a_tap_adds_them(Stores store) {
    try (var any = new Chat(store)) {
      any.types(STRANGER, FIRST);
      any.types(STRANGER, SECOND);
      assertThat(any.window(ADMIN).messages()).isEqualTo(1);
      assertThat(any.window(ADMIN).card().body()).isEqualTo("nobody给口信发了消息，不在名单里，已先留着。是新同事吗？");
      assertThat(any.window(ADMIN).buttons()).containsExactly("加为销售", "不是");

      any.taps(ADMIN, "加为销售");

      Person added = behind(any);
      assertThat(added.name()).isEqualTo(STRANGER);
      assertThat(added.role()).isEqualTo(Person.Role.REP);
      assertThat(added.leader()).contains("chenmin");
      assertThat(customersOf(any, added.id())).containsExactly("博宁骨科医院", "松源医学检验所");
      assertThat(any.window(STRANGER).answers()).as("greeted by the work going on").hasSize(1);
      assertThat(any.window(ADMIN).card().settled()).contains("加好了，还留着的这就接着办，往后发的直接办。");
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_is_turned_away_hears_nothing_and_can_still_be_added(Stores store) {
    try (var any = new Chat(store)) {
      var note = any.types(STRANGER, FIRST);
      any.taps(ADMIN, "不是");
      assertThat(stateOf(any, note)).isEqualTo(State.TURNED_AWAY);
      assertThat(any.window(STRANGER).messages()).isEqualTo(1);
      assertThat(any.rooms().inbox.waiting()).isZero();
      Card refused = any.window(ADMIN).card();
      assertThat(refused.body()).startsWith("好，没加");
      assertThat(refused.buttons()).extracting(Card.Button::label).containsExactly("加为销售");

      any.types(STRANGER, SECOND);
      assertThat(any.window(ADMIN).messages()).as("asked once").isEqualTo(1);

      any.taps(ADMIN, "加为销售");
      assertThat(customersOf(any, behind(any).id())).containsExactly("博宁骨科医院", "松源医学检验所");
      assertThat(any.window(ADMIN).card().body()).startsWith("nobody给口信发了消息");
      assertThat(any.window(ADMIN).card().settled()).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_nobody_claims_is_forgotten_after_72_hours_and_never_accepted_twice(Stores store) {
    try (var any = new Chat(store)) {
      var words = new Inbound.Text(any.envelope(STRANGER), FIRST);
      var text = any.sends(words);
      var picture = any.sends(new Inbound.Picture(any.envelope(STRANGER), Chat.bytes("image/png")));
      any.pass(Duration.ofHours(71));
      var late = any.types(STRANGER, SECOND);
      assertThat(stateOf(any, text)).isEqualTo(State.HELD);

      any.pass(Duration.ofHours(1));

      assertThat(stateOf(any, text)).isEqualTo(State.FORGOTTEN);
      assertThat(stateOf(any, picture)).isEqualTo(State.FORGOTTEN);
      assertThat(stateOf(any, late)).isEqualTo(State.HELD);
      assertThat(any.jdbc().sql("SELECT payload FROM inbox").query(String.class).list())
          .filteredOn(payload -> payload.contains("博宁"))
          .isEmpty();
      assertThat(any.jdbc().sql("SELECT size FROM media").query(Long.class).list())
          .containsExactly(0L);
      assertThat(any.sends(words)).isEqualTo(new Receipt(text.id(), true));

      isAdded(any);
      assertThat(customersOf(any, "newcomer")).containsExactly("松源医学检验所");
      any.pass(Duration.ofHours(200));
      assertThat(stateOf(any, late)).isEqualTo(State.DONE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_was_turned_away_is_forgotten_too(Stores store) {
    try (var any = new Chat(store)) {
      var note = any.types(STRANGER, FIRST);
      any.taps(ADMIN, "不是");
      any.pass(Duration.ofHours(72));
      assertThat(stateOf(any, note)).isEqualTo(State.FORGOTTEN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void without_an_administrator_nobody_is_named_and_a_later_one_is_asked(Stores store) {
    try (var any = new Chat(store)) {
      any.jdbc().sql("DELETE FROM person_identity WHERE person = 'lifang'").update();
      any.types(STRANGER, FIRST);
      assertThat(any.window(STRANGER).answers())
          .containsExactly("这条先留着，留72小时。你好，我是口信，名单里还没有你；加好自动接着办。");
      assertThat(any.window(ADMIN).messages()).isZero();

      var admin = any.people().find(ADMIN).orElseThrow();
      any.people().save(admin, List.of(new Account(SandboxChannel.NAME, ADMIN)));
      any.work();
      assertThat(any.window(ADMIN).messages()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void at_night_the_administrator_is_left_alone_and_not_asked_about_who_was_added(Stores store) {
    try (var any = new Chat(store)) {
      any.pass(Duration.ofHours(13));
      any.types(STRANGER, FIRST);
      any.types("somebody", SECOND);
      assertThat(any.window(ADMIN).messages()).isZero();
      isAdded(any);

      any.pass(Duration.ofHours(10));
      assertThat(any.window(ADMIN).messages()).isEqualTo(1);
      assertThat(any.window(ADMIN).card().body()).startsWith("somebody给口信发了消息");
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_is_added_while_their_note_is_looked_up_is_heard(Stores store) {
    try (var any = new Chat(store)) {
      any.rooms().around.set(handler -> new Meanwhile(handler, any));
      any.types(STRANGER, FIRST);
      assertThat(customersOf(any, "newcomer")).containsExactly("博宁骨科医院");
    }
  }

  /** Adds the sender just after nobody knew them. */
  private record Meanwhile(Handler handler, Chat chat) implements Handler {
    @Override
    public Outcome handle(Message message) throws Exception {
      Outcome outcome = handler.handle(message);
      if (outcome instanceof Outcome.Hold) {
        var known =
            new Person("newcomer", "钱七", Person.Role.REP, Locale.CHINESE, "", Optional.empty());
        chat.people().save(known, List.of(new Account(SandboxChannel.NAME, STRANGER)));
        chat.rooms().bench.reactNow();
      }
      return outcome;
    }
  }
}
