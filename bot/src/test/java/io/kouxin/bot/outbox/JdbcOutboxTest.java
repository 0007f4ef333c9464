package io.kouxin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wiring.Chat;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Outbound;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcOutboxTest {
  private static final Account TO = new Account("sandbox", "zhangsan");

  private static Post reply(String key, String text) {
    return Post.plain(TO, new Outbound.Reply(key, text));
  }

  @ParameterizedTest
  @EnumSource
  void the_same_key_is_the_same_message_and_leaves_once(Stores kind) {
    try (var chat = new Chat(kind)) {
      Outbox outbox = chat.rooms().outbox;
      assertThat(outbox.post(reply("k", "first"))).isTrue();
      assertThat(outbox.post(reply("k", "second"))).isFalse();
      chat.work();
      assertThat(chat.window("zhangsan").answers()).containsExactly("first");
      assertThat(outbox.find("k").orElseThrow().state()).isEqualTo(Posted.State.SENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_face_of_a_card_is_its_latest_one(Stores kind) {
    try (var chat = new Chat(kind)) {
      Outbox outbox = chat.rooms().outbox;
      outbox.post(Post.owned(TO, new Outbound.Sheet("c", Card.of("one", ""), "one"), "o", "s"));
      var two = new Outbound.Change("c:2", "c", Optional.empty(), Card.of("two", ""), "two");
      outbox.post(Post.owned(TO, two, "o", "s"));
      assertThat(outbox.face("c").orElseThrow().title()).isEqualTo("two");
      assertThat(outbox.find("c").orElseThrow().owner()).isEqualTo("o");
      assertThat(outbox.face("nothing")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void messages_leave_in_the_order_in_which_they_were_said(Stores kind) {
    try (var chat = new Chat(kind)) {
      for (int i = 0; i < 20; i++) {
        chat.rooms().outbox.post(reply("k" + i, "text " + i));
      }
      chat.work();
      assertThat(chat.window("zhangsan").answers()).hasSize(20).first().isEqualTo("text 0");
      assertThat(chat.rooms().outbox.list(Optional.of(Posted.State.WAITING), Optional.empty(), 5))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_long_list_is_read_page_by_page_and_by_state(Stores kind) {
    try (var chat = new Chat(kind)) {
      Outbox outbox = chat.rooms().outbox;
      for (int i = 0; i < 5; i++) {
        outbox.post(reply("k" + i, "text " + i));
      }
      List<Posted> first = outbox.list(Optional.empty(), Optional.empty(), 2);
      List<Posted> rest = outbox.list(Optional.empty(), Optional.of(first.getLast().id()), 9);
      assertThat(first).extracting(p -> p.message().key()).containsExactly("k4", "k3");
      assertThat(rest).extracting(p -> p.message().key()).containsExactly("k2", "k1", "k0");
      assertThat(outbox.list(Optional.of(Posted.State.REFUSED), Optional.empty(), 9)).isEmpty();
      assertThat(outbox.to("sandbox", "zhangsan", 2))
          .extracting(p -> p.message().key())
          .containsExactly("k3", "k4");
    }
  }

  @ParameterizedTest
  @EnumSource
  void only_what_was_refused_is_tried_again(Stores kind) {
    try (var chat = new Chat(kind)) {
      Outbox outbox = chat.rooms().outbox;
      var nowhere = new Account("gone", "zhangsan");
      outbox.post(Post.plain(nowhere, new Outbound.Reply("k", "text")));
      chat.work();
      Posted refused = outbox.find("k").orElseThrow();
      assertThat(refused.state()).isEqualTo(Posted.State.REFUSED);
      assertThat(refused.reason()).hasValue("no such channel");
      assertThat(outbox.retry(refused.id())).isTrue();
      assertThat(outbox.retry(refused.id())).as("it waits already").isFalse();
    }
  }
}
