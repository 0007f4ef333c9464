package io.kouxin.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.inbox.Inbox.Receipt;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wiring.Chat;
import io.kouxin.integrations.channel.Inbound;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcInboxTest implements InboxContract {

  @Override
  public Inbox of(Chat chat) {
    return chat.rooms().inbox;
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
