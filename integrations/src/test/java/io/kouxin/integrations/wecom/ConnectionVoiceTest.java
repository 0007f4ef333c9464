package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelContract;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.LocalCoordination;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.wecom.ConnectionHealth.State;
import io.kouxin.integrations.wecom.emulator.BotMessage;
import io.kouxin.integrations.wecom.emulator.gateway.AiBotGateway;
import io.kouxin.integrations.wecom.emulator.gateway.BotSays;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bot says over its connection. */
class ConnectionVoiceTest implements ChannelContract {
  private final MovingClock clock = new MovingClock();
  private final AiBotGateway gateway;
  private final Line line;

  ConnectionVoiceTest() throws Exception {
    gateway = new AiBotGateway();
    line = new Line(gateway, AiBotGateway.SECRET, new LocalCoordination(clock).leases(), clock);
  }

  @BeforeEach
  void open() {
    line.until(State.OPEN);
    hears(BotMessage.text("LiSi", "王总嫌贵"));
  }

  @AfterEach
  void close() {
    line.close();
    gateway.close();
  }

  @Override
  public Channel channel() {
    return line.channel;
  }

  @Override
  public String recipient() {
    return "lisi";
  }

  private Inbound hears(BotMessage message) {
    int before = line.kept.size();
    gateway.push(message);
    line.awaitKept(before + 1);
    return line.kept.getLast();
  }

  private BotSays last() {
    return gateway.said().getLast();
  }

  private static Card card() {
    var yes = new Card.Button("confirm", "没问题", Card.Style.PRIMARY);
    return Card.of("华康医院", "比迈瑞贵").withButtons(List.of(yes));
  }

  @Test
  void words_and_cards_and_pushes_are_messages_of_their_own() throws ChannelException {
    line.channel.deliver("lisi", new Outbound.Reply("r", "已存好。"));
    assertThat(last().body().toString()).contains("已存好。", "\"chat_type\":1", "markdown");
    line.channel.deliver("lisi", new Outbound.Push("p", Optional.of(card()), "15:00"));
    assertThat(last().type()).isEqualTo("template_card");
  }

  @Test
  void a_group_gets_words_in_place_of_a_card() throws ChannelException {
    hears(BotMessage.text("LiSi", "@口信 好").in("G1"));
    line.channel.deliver("G1", new Outbound.Sheet("card:1", card(), "记下了。"));
    assertThat(last().type()).isEqualTo("markdown");
    assertThat(last().text("chat_type")).isEqualTo("2");
  }

  @Test
  void a_tap_is_answered_under_its_own_id() throws ChannelException {
    line.channel.deliver("lisi", new Outbound.Sheet("card:1", card(), "华康"));
    var tap = (Inbound.Tap) hears(BotMessage.tap("LiSi", "card@1", "confirm", List.of()));
    Card settled = card().settledAs("已存");
    line.channel.deliver("lisi", new Outbound.Change("c", "card:1", tap.handle(), settled, "定了。"));
    assertThat(last().command()).isEqualTo("aibot_respond_update_msg");
    assertThat(last().body().getAsJsonObject("template_card").get("task_id").getAsString())
        .isEqualTo("card@1");
  }

  @ParameterizedTest
  @ValueSource(ints = {846605, 846608})
  void a_tap_that_wecom_does_not_know_any_more_is_answered_in_words(int code)
      throws ChannelException {
    var tap = (Inbound.Tap) hears(BotMessage.tap("LiSi", "card@1", "confirm", List.of()));
    gateway.faults().nextAnswers("aibot_respond_update_msg", code);
    Card settled = card().settledAs("已存");
    line.channel.deliver("lisi", new Outbound.Change("c", "card:1", tap.handle(), settled, "定了。"));
    assertThat(last().command()).isEqualTo("aibot_send_msg");
    assertThat(last().body().toString()).contains("定了。");
  }

  @Test
  void a_change_after_the_five_seconds_is_said_in_words() throws ChannelException {
    var tap = (Inbound.Tap) hears(BotMessage.tap("LiSi", "card@1", "confirm", List.of()));
    clock.advance(Duration.ofSeconds(6));
    Card settled = card().settledAs("已存");
    line.channel.deliver("lisi", new Outbound.Change("c", "card:1", tap.handle(), settled, "定了。"));
    assertThat(last().command()).isEqualTo("aibot_send_msg");
  }

  @Test
  void who_opens_the_chat_is_welcomed_under_its_id() throws ChannelException {
    hears(BotMessage.event("LiSi", "enter_chat"));
    line.channel.deliver("lisi", new Outbound.Reply("g", "您好"));
    assertThat(last().command()).isEqualTo("aibot_respond_welcome_msg");
    line.channel.deliver("lisi", new Outbound.Reply("g2", "还有"));
    assertThat(last().command()).isEqualTo("aibot_send_msg");
  }

  @Test
  void a_file_goes_up_in_pieces_and_arrives_whole() throws ChannelException {
    byte[] file = new byte[1_300_000];
    new Random(3).nextBytes(file);
    line.channel.deliver(
        "lisi", new Outbound.FileDelivery("f", "报价.pdf", "application/pdf", file, "报价"));
    String id = last().body().getAsJsonObject("file").get("media_id").getAsString();
    assertThat(gateway.file(id)).hasValueSatisfying(it -> assertThat(it).isEqualTo(file));
  }

  @Test
  void who_never_wrote_is_refused_with_wecoms_code() {
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> line.channel.deliver("wangwu", new Outbound.Reply("r", "好")))
        .withMessageContaining("40058");
  }

  @Test
  void too_fast_waits_and_no_answer_is_doubtful() {
    gateway.faults().nextAnswers("aibot_send_msg", 45009);
    var message = new Outbound.Reply("r", "好");
    assertThatExceptionOfType(ChannelException.Retry.class)
        .isThrownBy(() -> line.channel.deliver("lisi", message));
    gateway.faults().saysNothing();
    assertThatExceptionOfType(ChannelException.Doubtful.class)
        .isThrownBy(() -> line.channel.deliver("lisi", message));
  }
}
