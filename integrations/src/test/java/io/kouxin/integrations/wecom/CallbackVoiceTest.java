package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelContract;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.wecom.emulator.BotMessage;
import io.kouxin.integrations.wecom.emulator.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a bot that is called back says: in streams, at addresses, or through the application. */
class CallbackVoiceTest implements ChannelContract {
  private static final String RESPONSE = "/cgi-bin/aibot/response";
  private final BotHouse house;
  private final Office office = new Office();

  CallbackVoiceTest() throws IOException {
    house = new BotHouse();
  }

  @AfterEach
  void close() {
    office.close();
    house.close();
  }

  /** Files, and what nobody asked for, need the application beside it. */
  @Override
  public Channel channel() {
    return house.doors(Optional.of(office.channel));
  }

  @Override
  public String recipient() {
    house.bot.tell(BotMessage.text("zhangsan", "好"));
    return "zhangsan";
  }

  private String asks() {
    BotMessage message = BotMessage.text("LiSi", "王总嫌贵");
    house.bot.tell(message);
    return "aibot-" + message.id();
  }

  private void says(String words) throws ChannelException {
    house.channel.deliver("lisi", new Outbound.Reply(words, words));
  }

  private static Card card() {
    var yes = new Card.Button("confirm", "没问题", Card.Style.PRIMARY);
    var no = new Card.Button("drop", "不要了", Card.Style.DANGER);
    var later = new Card.Button("later", "再说", Card.Style.NORMAL);
    return Card.of("华康医院", "比迈瑞贵").withButtons(List.of(yes, later, no));
  }

  private String content(JsonObject stream) {
    return stream.get("content").getAsString();
  }

  private boolean finished(JsonObject stream) {
    return stream.get("finish").getAsBoolean();
  }

  @Test
  void words_appear_in_the_stream_and_end_it_after_a_while() throws ChannelException {
    String stream = asks();
    says("已存好。");
    says("下周三提醒您。");
    JsonObject first = house.bot.poll("LiSi", stream);
    assertThat(content(first)).isEqualTo("已存好。\n\n下周三提醒您。");
    assertThat(finished(first)).isFalse();
    house.clock.advance(BotStreams.QUIET);
    JsonObject last = house.bot.poll("LiSi", stream);
    assertThat(finished(last)).isTrue();
    assertThat(house.bot.said("LiSi")).isEmpty();
  }

  @Test
  void a_stream_without_an_answer_ends_in_time_with_a_promise_that_the_address_keeps()
      throws ChannelException {
    String stream = asks();
    house.clock.advance(Duration.ofMinutes(6));
    JsonObject last = house.bot.poll("LiSi", stream);
    assertThat(finished(last)).isTrue();
    assertThat(content(last)).isEqualTo("稍后发您。");
    says("整理好了。");
    assertThat(house.bot.said("LiSi").toString()).contains("整理好了。");
  }

  @Test
  void nobody_who_stopped_listening_is_spoken_to_in_a_stream() throws ChannelException {
    asks();
    house.clock.advance(BotStreams.HEARD);
    says("整理好了。");
    assertThat(house.bot.said("LiSi")).hasSize(1);
  }

  @Test
  void a_card_goes_to_the_address_in_the_bots_colours_and_the_stream_says_so()
      throws ChannelException {
    String stream = asks();
    house.channel.deliver("lisi", new Outbound.Sheet("card:1", card(), "华康医院：比迈瑞贵。"));
    JsonObject sent = house.bot.said("LiSi").getFirst().getAsJsonObject("template_card");
    assertThat(sent.get("task_id").getAsString()).isEqualTo("card@1");
    assertThat(sent.getAsJsonArray("button_list"))
        .extracting(button -> button.getAsJsonObject().get("style").getAsInt())
        .containsExactly(1, 4, 3);
    assertThat(content(house.bot.poll("LiSi", stream))).isEqualTo("见下方卡片。");
  }

  @Test
  void a_second_card_becomes_words_in_the_stream() throws ChannelException {
    String stream = asks();
    house.channel.deliver("lisi", new Outbound.Sheet("card:1", card(), "第一张"));
    house.channel.deliver("lisi", new Outbound.Sheet("card:2", card(), "第二张"));
    assertThat(house.bot.said("LiSi")).hasSize(1);
    assertThat(content(house.bot.poll("LiSi", stream))).contains("第二张");
  }

  @Test
  void a_group_gets_words_in_place_of_a_card() throws ChannelException {
    house.bot.tell(BotMessage.text("LiSi", "@口信 好").in("G1"));
    house.channel.deliver("G1", new Outbound.Sheet("card:1", card(), "记下了。"));
    assertThat(house.bot.said("G1").getFirst().get("msgtype").getAsString()).isEqualTo("markdown");
  }

  @Test
  void what_cannot_be_said_any_more_is_refused_with_the_reason() throws ChannelException {
    asks();
    house.clock.advance(Duration.ofHours(1));
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> says("迟了"))
        .withMessageContaining("unasked it may not speak");
  }

  @Test
  void an_address_is_used_once_and_given_back_where_wecom_was_busy() throws ChannelException {
    asks();
    house.clock.advance(BotStreams.HEARD);
    house.emulator.faults().set(RESPONSE, new Fault.Code(-1), 1);
    assertThatExceptionOfType(ChannelException.Retry.class).isThrownBy(() -> says("一"));
    says("一");
    assertThatExceptionOfType(ChannelException.Refused.class).isThrownBy(() -> says("二"));
    assertThat(house.bot.said("LiSi")).hasSize(1);
  }

  @Test
  void an_answer_that_got_lost_is_doubtful_and_not_said_twice() {
    asks();
    house.clock.advance(BotStreams.HEARD);
    house.emulator.faults().set(RESPONSE, new Fault.LostAnswer(), 1);
    assertThatExceptionOfType(ChannelException.Doubtful.class).isThrownBy(() -> says("一"));
    assertThat(house.bot.said("LiSi")).hasSize(1);
  }

  @Test
  void an_address_that_is_not_wecoms_is_not_believed() {
    house.bot.tell(
        BotMessage.text("LiSi", "好").with("response_url", "\"http://127.0.0.1:1/steal\""));
    house.clock.advance(BotStreams.HEARD);
    assertThatExceptionOfType(ChannelException.Refused.class).isThrownBy(() -> says("秘密"));
  }

  @Test
  void a_change_after_the_five_seconds_is_said_in_words() throws ChannelException {
    String stream = asks();
    house.bot.tell(BotMessage.tap("LiSi", "card@1", "confirm", List.of()));
    Optional<String> handle = Optional.of("aibot:" + house.kept.getLast().envelope().id());
    house.clock.advance(Duration.ofSeconds(6));
    var late = new Outbound.Change("c", "card:1", handle, card().settledAs("已存"), "定了。");
    house.channel.deliver("lisi", late);
    assertThat(content(house.bot.poll("LiSi", stream))).isEqualTo("定了。");
  }

  @Test
  void what_nobody_asked_for_goes_through_the_application() throws ChannelException {
    house.bot.tell(BotMessage.text("ZhangSan", "好"));
    channel().deliver("zhangsan", new Outbound.Push("p", Optional.of(card()), "15:00 联合内镜"));
    assertThat(office.emulator.sent()).hasSize(1);
    assertThat(house.bot.said("ZhangSan")).isEmpty();
  }

  @Test
  void an_answer_follows_the_person_to_the_door_they_used_last() throws ChannelException {
    WeComDoors both = house.doors(Optional.of(office.channel));
    house.bot.tell(BotMessage.text("ZhangSan", "好"));
    both.deliver("zhangsan", new Outbound.Reply("1", "在这里"));
    assertThat(office.emulator.sent()).isEmpty();
    both.throughApplication(inbound -> {}).accept(house.kept.getFirst());
    both.deliver("zhangsan", new Outbound.Reply("2", "在那里"));
    assertThat(office.emulator.sent()).hasSize(1);
  }
}
