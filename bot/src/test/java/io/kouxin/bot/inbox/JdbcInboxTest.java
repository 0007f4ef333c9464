package io.kouxin.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.inbox.Inbox.Receipt;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wiring.Chat;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcInboxTest {

  @ParameterizedTest
  @EnumSource
  void each_kind_of_message_is_kept_as_it_came(Stores kind) {
    try (var chat = new Chat(kind)) {
      Envelope from = chat.envelope("zhangsan");
      List<Inbound> all =
          List.of(
              new Inbound.Text(from, "嫌贵 '“𠮷”"),
              new Inbound.Place(chat.envelope("zhangsan"), 31.2, 121.5, "门口"),
              new Inbound.Tap(chat.envelope("zhangsan"), "card:1", "ok|1|", List.of("a", "b")),
              new Inbound.Tap(
                  chat.envelope("zhangsan"), "card:2", "ok|2|", List.of(), Optional.of("fresh")),
              new Inbound.Entered(chat.envelope("zhangsan")),
              new Inbound.Joined(chat.envelope("zhangsan")),
              new Inbound.Left(chat.envelope("zhangsan")),
              new Inbound.Located(chat.envelope("zhangsan"), 31.2, 121.5, 40),
              new Inbound.Chosen(chat.envelope("zhangsan"), "我的跟进"),
              new Inbound.Notice(chat.envelope("zhangsan"), "batch_job_result"),
              new Inbound.Unknown(chat.envelope("zhangsan"), "sticker"));
      for (Inbound inbound : all) {
        Receipt receipt = chat.arrives(inbound);
        assertThat(chat.rooms().inbox.find(receipt.id()).orElseThrow().inbound())
            .isEqualTo(inbound);
      }
      assertThat(chat.rooms().inbox.of("sandbox", "zhangsan", 2))
          .extracting(Message::inbound)
          .containsExactlyElementsOf(all.subList(all.size() - 2, all.size()));
      assertThat(chat.rooms().inbox.waiting()).isEqualTo(all.size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_bytes_of_a_message_are_kept_in_the_same_breath(Stores kind) {
    try (var chat = new Chat(kind)) {
      var picture = new Inbound.Picture(chat.envelope("zhangsan"), Chat.bytes("image/png"));
      Receipt receipt = chat.arrives(picture);
      assertThat(chat.rooms().inbox.find(receipt.id()).orElseThrow().media()).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_message_that_many_nodes_get_at_once_is_kept_once(Stores kind) throws Exception {
    try (var chat = new Chat(kind);
        var nodes = Executors.newFixedThreadPool(4)) {
      var note = new Inbound.Text(chat.envelope("zhangsan"), "嫌贵");
      Callable<Receipt> delivery = () -> chat.arrives(note);
      List<Future<Receipt>> receipts =
          nodes.invokeAll(IntStream.range(0, 8).mapToObj(i -> delivery).toList());
      int news = 0;
      for (Future<Receipt> receipt : receipts) {
        news += receipt.get().repeat() ? 0 : 1;
      }
      assertThat(news).isEqualTo(1);
      assertThat(chat.rooms().inbox.of("sandbox", "zhangsan", 10)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_same_id_on_another_channel_is_another_message(Stores kind) {
    try (var chat = new Chat(kind)) {
      Envelope here = chat.envelope("zhangsan");
      var there = new Envelope(here.id(), "wecom", here.sender(), here.conversation(), here.at());
      assertThat(chat.arrives(new Inbound.Text(here, "a")).repeat()).isFalse();
      assertThat(chat.arrives(new Inbound.Text(there, "b")).repeat()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_note_that_waits_too_long_for_its_words_is_seen(Stores kind) {
    try (var chat = new Chat(kind)) {
      var voice = new Inbound.Voice(chat.envelope("zhangsan"), Chat.bytes("audio/wav"));
      Receipt receipt = chat.arrives(voice);
      var now = chat.clock().instant();
      assertThat(chat.rooms().inbox.slow(now)).isEmpty();
      assertThat(chat.rooms().inbox.slow(now.plus(Duration.ofSeconds(1))))
          .extracting(Message::id)
          .containsExactly(receipt.id());
      assertThat(chat.rooms().inbox.begin(receipt.id())).isEqualTo(1);
      assertThat(chat.rooms().inbox.begin(receipt.id())).isEqualTo(2);
    }
  }
}
