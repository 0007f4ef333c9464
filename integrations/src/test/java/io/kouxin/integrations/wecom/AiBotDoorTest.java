package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.MediaRef;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.wecom.emulator.BotMessage;
import io.kouxin.integrations.wecom.emulator.EmulatedBot;
import io.kouxin.integrations.wecom.emulator.Manner;
import io.kouxin.integrations.wecom.emulator.Manner.Tampering;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door of an AI bot that is called back, and what may be said there. */
class AiBotDoorTest {
  private final BotHouse house;

  AiBotDoorTest() throws IOException {
    house = new BotHouse();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Inbound only() {
    assertThat(house.kept).hasSize(1);
    return house.kept.getFirst();
  }

  private static Card card(String title) {
    var yes = new Card.Button("confirm", "没问题", Card.Style.PRIMARY);
    var no = new Card.Button("drop", "不要了", Card.Style.DANGER);
    return Card.of(title, "比迈瑞贵").withButtons(List.of(yes, no));
  }

  @Test
  void answers_the_question_whether_the_address_is_ours() {
    assertThat(house.bot.verify().right()).isTrue();
  }

  @Test
  void opens_the_vector_of_wecoms_own_library() throws Exception {
    Vector vector = Vector.named("V4");
    Told told = Told.read(vector.seal().open(vector.encrypt()));
    Inbound.Voice voice =
        (Inbound.Voice) new BotReading("AIBOT1", house.clock).read(told, "").inbound().getFirst();
    assertThat(voice.recognised()).contains("今天拜访了王总");
    assertThat(voice.media()).isEqualTo(new MediaRef.None());
    assertThat(voice.envelope().sender()).isEqualTo("zhangsan");
  }

  @Test
  void keeps_words_and_says_at_once_that_it_works() {
    EmulatedBot.Told told = house.bot.tell(BotMessage.text("LiSi", "王总嫌贵"));
    assertThat(only()).isInstanceOfSatisfying(Inbound.Text.class, t -> said(t, "王总嫌贵"));
    assertThat(only().envelope().channel()).isEqualTo(WeCom.NAME);
    JsonObject stream = told.reply().orElseThrow().getAsJsonObject("stream");
    assertThat(stream.get("finish").getAsBoolean()).isFalse();
    assertThat(stream.get("content").getAsString()).isEqualTo("收到，整理中…");
  }

  private static void said(Inbound.Text text, String words) {
    assertThat(text.text()).isEqualTo(words);
    assertThat(text.envelope().sender()).isEqualTo("lisi");
  }

  @Test
  void a_voice_note_comes_as_wecoms_words_without_sound() {
    house.bot.tell(BotMessage.voice("LiSi", "今天拜访王总"));
    var voice = (Inbound.Voice) only();
    assertThat(voice.recognised()).contains("今天拜访王总");
    assertThat(voice.media()).isEqualTo(new MediaRef.None());
  }

  @Test
  void mixed_words_and_pictures_are_a_message_each_under_ids_of_their_own() {
    house.bot.tell(
        BotMessage.mixed("LiSi", "看报价", List.of("https://a.qq.com/1", "https://a.qq.com/2")));
    assertThat(house.kept)
        .hasExactlyElementsOfTypes(
            Inbound.Text.class, Inbound.Picture.class, Inbound.Picture.class);
    assertThat(house.kept).extracting(i -> i.envelope().id()).doesNotHaveDuplicates();
  }

  @Test
  void a_mention_in_a_group_is_not_part_of_the_words_and_the_answer_stays_out_of_the_stream() {
    EmulatedBot.Told told = house.bot.tell(BotMessage.text("LiSi", "@口信 王总嫌贵").in("G1"));
    assertThat(((Inbound.Text) only()).text()).isEqualTo("王总嫌贵");
    assertThat(only().envelope().conversation()).isEqualTo("G1");
    assertThat(told.reply()).isEmpty();
  }

  @Test
  void who_only_quotes_means_what_is_quoted_and_own_words_count_alone() {
    BotMessage note = BotMessage.voice("LiSi", "王总下周三签");
    house.bot.tell(BotMessage.text("LiSi", "@口信 ").in("G1").quoting(note));
    house.bot.tell(BotMessage.text("LiSi", "改成周五").quoting(note));
    assertThat(((Inbound.Voice) house.kept.get(0)).recognised()).contains("王总下周三签");
    assertThat(((Inbound.Text) house.kept.get(1)).text()).isEqualTo("改成周五");
  }

  @Test
  void a_tap_brings_card_action_and_ticks() {
    house.bot.tell(BotMessage.tap("LiSi", TaskId.of("card:1"), "confirm", List.of("a", "b")));
    var tap = (Inbound.Tap) only();
    assertThat(tap.card()).isEqualTo("card:1");
    assertThat(tap.action()).isEqualTo("confirm");
    assertThat(tap.ticked()).containsExactly("a", "b");
  }

  @Test
  void the_new_face_of_a_card_is_the_answer_to_the_tap() {
    house.keeping =
        inbound -> {
          var tap = (Inbound.Tap) inbound;
          Card settled = card("华康").settledAs("已存 15:02");
          deliver(new Outbound.Change("c", tap.card(), tap.handle(), settled, "定了。"));
        };
    JsonObject reply =
        house
            .bot
            .tell(BotMessage.tap("LiSi", "card@1", "confirm", List.of()))
            .reply()
            .orElseThrow();
    assertThat(reply.get("response_type").getAsString()).isEqualTo("update_template_card");
    JsonObject face = reply.getAsJsonObject("template_card");
    assertThat(face.get("task_id").getAsString()).isEqualTo("card@1");
    assertThat(face.toString()).contains("已存 15:02").doesNotContain("replace_text");
  }

  private void deliver(Outbound message) {
    try {
      house.channel.deliver("lisi", message);
    } catch (ChannelException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void who_opens_the_chat_is_welcomed_in_the_answer_and_a_repeat_is_silent() {
    house.keeping = inbound -> deliver(new Outbound.Reply("greeting", "您好，我是口信。"));
    JsonObject reply = house.bot.tell(BotMessage.event("LiSi", "enter_chat")).reply().orElseThrow();
    assertThat(reply.getAsJsonObject("text").get("content").getAsString()).isEqualTo("您好，我是口信。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"feedback_event", "something_new", ""})
  void an_event_nobody_waits_for_is_kept_and_not_answered(String type) {
    assertThat(house.bot.tell(BotMessage.event("LiSi", type)).reply()).isEmpty();
    assertThat(only()).isInstanceOf(Inbound.Notice.class);
  }

  @Test
  void a_tap_on_a_foreign_card_or_without_an_action_is_a_notice() {
    house.bot.tell(BotMessage.tap("LiSi", "not_ours_", "confirm", List.of()));
    house.bot.tell(BotMessage.tap("LiSi", "card@1", "", List.of()));
    assertThat(house.kept).hasOnlyElementsOfType(Inbound.Notice.class).hasSize(2);
  }

  @Test
  void an_event_without_ids_is_kept_once_as_a_notice() {
    BotMessage event = BotMessage.event("", "enter_chat").without("msgid").without("from");
    assertThat(house.bot.tell(event).isAccepted()).isTrue();
    house.bot.tell(event);
    assertThat(house.kept).hasOnlyElementsOfType(Inbound.Notice.class);
    assertThat(house.kept)
        .extracting(i -> i.envelope().id())
        .containsOnly(house.kept.getFirst().envelope().id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"from", "msgid", "msgtype"})
  void a_message_that_lacks_what_every_message_has_is_refused(String field) {
    String json = BotMessage.text("LiSi", "好").without(field).body().toString();
    assertThat(house.bot.told(json, Manner.PLAIN).status()).isEqualTo(400);
    assertThat(house.kept).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{", "\"text\"", "<xml/>", "\u0000"})
  void what_is_no_json_object_is_refused(String plain) {
    assertThat(house.bot.told(plain, Manner.PLAIN).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sticker", "VOICE", "客户"})
  void a_kind_we_do_not_know_is_kept_as_unknown(String type) {
    house.bot.tell(BotMessage.text("LiSi", "好").with("msgtype", "\"" + type + "\""));
    assertThat(only()).isInstanceOf(Inbound.Unknown.class);
  }

  @Test
  void a_voice_note_in_which_nothing_was_heard_is_unknown() {
    house.bot.tell(BotMessage.voice("LiSi", " "));
    assertThat(only()).isInstanceOf(Inbound.Unknown.class);
  }

  @ParameterizedTest
  @EnumSource(value = Tampering.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void what_was_tampered_with_is_refused(Tampering how) {
    EmulatedBot.Told told = house.bot.tell(BotMessage.text("LiSi", "好"), Manner.tampered(how));
    assertThat(told.status()).isIn(400, 403);
    assertThat(house.kept).isEmpty();
  }

  @Test
  void a_message_to_another_bot_is_refused() {
    BotMessage other = BotMessage.text("LiSi", "好").with("aibotid", "\"OTHER\"");
    assertThat(house.bot.tell(other).status()).isEqualTo(403);
  }

  @Test
  void a_body_above_256_kib_is_refused() {
    BotMessage long_ = BotMessage.text("LiSi", "长".repeat(100_000));
    assertThat(house.bot.tell(long_).status()).isEqualTo(413);
  }

  @Test
  void what_cannot_be_kept_is_not_taken() {
    house.keeping =
        inbound -> {
          throw new IllegalStateException("disk full");
        };
    assertThat(house.bot.tell(BotMessage.text("LiSi", "好")).status()).isEqualTo(503);
  }

  @Test
  void a_repeat_has_the_same_id_and_the_same_answer() {
    BotMessage message = BotMessage.text("LiSi", "好");
    house.bot.tell(message, Manner.redelivered(2));
    assertThat(house.kept).hasSize(3);
    assertThat(house.kept).extracting(i -> i.envelope().id()).containsOnly("aibot-" + message.id());
    assertThat(house.windows.of("lisi")).hasSize(1);
  }

  @Test
  void the_handle_of_a_tap_is_never_one_of_the_applications() {
    house.keeping =
        inbound -> assertThat(((Inbound.Tap) inbound).handle()).isEqualTo(handle(inbound));
    house.bot.tell(BotMessage.tap("LiSi", "card@1", "confirm", List.of()));
  }

  private static Optional<String> handle(Inbound inbound) {
    return Optional.of("aibot:" + inbound.envelope().id());
  }
}
