package io.kouxin.integrations.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every channel promises, whatever platform is behind it. */
public interface ChannelContract {

  /** The channel, ready to use. */
  Channel channel();

  /** A person whom the channel reaches. */
  String recipient();

  @Test
  default void has_a_name_in_lower_case() {
    assertThat(channel().name()).isNotBlank().isEqualTo(channel().name().toLowerCase(Locale.ROOT));
  }

  @Test
  default void takes_at_least_a_title_two_buttons_and_a_sentence() {
    Limits limits = channel().limits();
    assertThat(limits.title()).isGreaterThanOrEqualTo(20);
    assertThat(limits.buttons()).isGreaterThanOrEqualTo(2);
    assertThat(limits.textBytes()).isGreaterThanOrEqualTo(120 * 3);
  }

  @Test
  default void delivers_every_kind_of_message() throws ChannelException {
    for (Outbound message : oneOfEachKind()) {
      assertThat(channel().deliver(recipient(), message)).as(message.toString()).isNotNull();
    }
  }

  @Test
  default void delivers_the_same_key_again_without_complaint() throws ChannelException {
    var message = new Outbound.Reply("again", "已存好。");
    channel().deliver(recipient(), message);
    assertThat(channel().deliver(recipient(), message)).isNotNull();
  }

  @Test
  default void takes_back_what_it_said_or_says_that_it_was_wrong() throws ChannelException {
    Delivered said = channel().deliver(recipient(), new Outbound.Reply("wrong", "华康要丢了。"));
    for (String time : List.of("once", "twice")) {
      var recall = new Outbound.Recall("recall-" + time, "wrong", said.receipts(), "刚才那条不算。");
      assertThat(channel().deliver(recipient(), recall).way())
          .as(time)
          .isIn(Delivered.Way.NONE, Delivered.Way.CHAT);
    }
  }

  @Test
  default void says_that_it_was_wrong_where_nothing_takes_it_back() throws ChannelException {
    var recall = new Outbound.Recall("recall", "unknown", List.of(), "刚才那条不算。");
    assertThat(channel().deliver(recipient(), recall).way()).isEqualTo(Delivered.Way.CHAT);
  }

  @Test
  default void refuses_media_that_nobody_sent() {
    var gone = new MediaRef.Remote("no-such-media", "audio/amr");
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> channel().fetch(gone, 1_000_000));
  }

  private static List<Outbound> oneOfEachKind() {
    var button = new Card.Button("confirm", "没问题", Card.Style.PRIMARY);
    Card card = Card.of("华康医院 · 张主任", "比迈瑞贵").withButtons(List.of(button));
    byte[] file = "客户,下一步\n".getBytes(StandardCharsets.UTF_8);
    return List.of(
        new Outbound.Reply("reply", "已存好。"),
        new Outbound.Sheet("sheet", card, "华康医院，张主任：比迈瑞贵。"),
        new Outbound.Change("change", "sheet", Optional.empty(), card.settledAs("已存 15:02"), "定了。"),
        new Outbound.Push("push", Optional.of(card), "15:00 联合内镜。"),
        new Outbound.Push("bare-push", Optional.empty(), "15:00 联合内镜。"),
        new Outbound.Push("urgent", Optional.of(card), "华康要丢了。", true),
        new Outbound.FileDelivery("file", "对比.csv", "text/csv", file, "对比.csv"));
  }
}
