package io.kouxin.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.inbox.Inbox.Receipt;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wiring.Chat;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every inbox promises, on every store. */
interface InboxContract {

  /** The inbox of this chat that is put to the test. */
  Inbox of(Chat chat);

  @ParameterizedTest
  @EnumSource
  default void each_kind_of_message_is_kept_as_it_came(Stores kind) {
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
        Receipt receipt = of(chat).accept(inbound);
        assertThat(of(chat).find(receipt.id()).orElseThrow().inbound()).isEqualTo(inbound);
      }
      assertThat(of(chat).of("sandbox", "zhangsan", 2))
          .extracting(Message::inbound)
          .containsExactlyElementsOf(all.subList(all.size() - 2, all.size()));
      assertThat(of(chat).waiting()).isEqualTo(all.size());
    }
  }

  @ParameterizedTest
  @EnumSource
  default void the_bytes_of_a_message_are_kept_in_the_same_breath(Stores kind) {
    try (var chat = new Chat(kind)) {
      var picture = new Inbound.Picture(chat.envelope("zhangsan"), Chat.bytes("image/png"));
      Receipt receipt = of(chat).accept(picture);
      assertThat(of(chat).find(receipt.id()).orElseThrow().media()).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource
  default void a_message_that_many_nodes_get_at_once_is_kept_once(Stores kind) throws Exception {
    try (var chat = new Chat(kind);
        var nodes = Executors.newFixedThreadPool(4)) {
      var note = new Inbound.Text(chat.envelope("zhangsan"), "嫌贵");
      Callable<Receipt> delivery = () -> of(chat).accept(note);
      List<Future<Receipt>> receipts =
          nodes.invokeAll(IntStream.range(0, 8).mapToObj(i -> delivery).toList());
      int news = 0;
      for (Future<Receipt> receipt : receipts) {
        news += receipt.get().repeat() ? 0 : 1;
      }
      assertThat(news).isEqualTo(1);
      assertThat(of(chat).of("sandbox", "zhangsan", 10)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  default void the_same_id_on_another_channel_is_another_message(Stores kind) {
    try (var chat = new Chat(kind)) {
      Envelope here = chat.envelope("zhangsan");
      var there = new Envelope(here.id(), "wecom", here.sender(), here.conversation(), here.at());
      assertThat(of(chat).accept(new Inbound.Text(here, "a")).repeat()).isFalse();
      assertThat(of(chat).accept(new Inbound.Text(there, "b")).repeat()).isFalse();
    }
  }
}
