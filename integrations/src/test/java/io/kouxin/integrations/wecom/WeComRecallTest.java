package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.wecom.emulator.Content;
import io.kouxin.integrations.wecom.emulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was said wrongly. */
class WeComRecallTest {
  private static final String RECALL = "/cgi-bin/message/recall";
  private static final Card CARD =
      Card.of("华康医院", "要丢").withButtons(List.of(new Button("take", "我来", Style.PRIMARY)));
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  private Delivered deliver(Outbound message) throws ChannelException {
    return office.channel.deliver("ZhangSan", message);
  }

  private Delivered takeBack(Delivered wrong) throws ChannelException {
    return deliver(new Outbound.Recall("back", "wrong", wrong.receipts(), "刚才那条不算。"));
  }

  private List<String> chat() {
    return office.emulator.sent().stream()
        .flatMap(sent -> sent.shownTo("ZhangSan").stream())
        .map(Content::words)
        .toList();
  }

  @Test
  void a_card_disappears_from_the_chat() throws ChannelException {
    Delivered wrong = deliver(new Outbound.Push("wrong", Optional.of(CARD), "华康要丢", true));
    assertThat(wrong.handle()).isNotEmpty();
    assertThat(takeBack(wrong)).isEqualTo(Delivered.SILENTLY);
    assertThat(chat()).isEmpty();
  }

  @Test
  void all_pieces_of_long_words_disappear() throws ChannelException {
    Delivered wrong = deliver(new Outbound.Reply("wrong", "第一句说的是价格。".repeat(300)));
    assertThat(wrong.receipts()).hasSizeGreaterThan(2);
    assertThat(takeBack(wrong)).isEqualTo(Delivered.SILENTLY);
    assertThat(chat()).isEmpty();
  }

  @Test
  void after_a_day_one_sentence_follows_instead() throws ChannelException {
    Delivered wrong = deliver(new Outbound.Reply("wrong", "华康要丢"));
    office.emulator.advance(Duration.ofHours(24));
    assertThat(takeBack(wrong).way()).isEqualTo(Delivered.Way.CHAT);
    assertThat(chat()).containsExactly("华康要丢", "刚才那条不算。");
  }

  @Test
  void a_busy_wecom_is_asked_again_and_hears_no_sentence() throws ChannelException {
    Delivered wrong = deliver(new Outbound.Reply("wrong", "华康要丢"));
    office.emulator.faults().set(RECALL, new Fault.Code(-1), 1);
    assertThatExceptionOfType(ChannelException.Retry.class).isThrownBy(() -> takeBack(wrong));
    assertThat(takeBack(wrong)).isEqualTo(Delivered.SILENTLY);
    assertThat(chat()).isEmpty();
  }
}
