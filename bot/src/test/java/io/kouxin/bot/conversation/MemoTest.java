package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wiring.Chat;
import io.kouxin.bot.wiring.Window;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import io.kouxin.integrations.channel.MediaRef;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoTest extends InChat {

  private void saysInGroup(String text) {
    Envelope alone = chat.envelope(REP);
    var inGroup =
        new Envelope(alone.id(), alone.channel(), alone.sender(), "cid-of-a-group", alone.at());
    chat.sends(new Inbound.Text(inGroup, text));
  }

  @Test
  void words_in_a_group_are_answered_alone_and_the_group_is_told_once() {
    saysInGroup("刚去市一医院见了张主任，嫌比迈瑞贵，周五寄资料");
    saysInGroup("今天去了博宁骨科，何院长要样品，周五寄过去");
    assertThat(chat.followUps(REP)).hasSize(2);
    assertThat(window().cards()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(chat.window("cid-of-a-group").answers())
        .singleElement()
        .asString()
        .contains("单独发给你", "语音请单独发给我");
  }

  private static final String VISIT = "刚从市一医院骨科张主任那里出来，他对关节镜有兴趣，就是担心术后疼痛，还嫌比迈瑞贵，约了下周三下午三点再谈";

  @ParameterizedTest
  @EnumSource
  void a_voice_note_becomes_a_draft_and_one_card(Stores store) {
    try (var any = new Chat(store)) {
      any.says(REP, VISIT);

      FollowUp draft = any.latest(REP);
      assertThat(draft.status()).isEqualTo(Status.DRAFT);
      assertThat(draft.text()).isEqualTo(VISIT);
      Window seen = any.window(REP);
      assertThat(seen.messages()).isEqualTo(1);
      assertThat(seen.card().title()).isEqualTo("华东市第一人民医院 · 张主任");
      assertThat(seen.card().subtitle()).isEqualTo("28秒语音，已先存好");
      assertThat(seen.row("顾虑")).isEqualTo("比竞品贵 迈瑞");
      assertThat(seen.row("下一步")).isEqualTo("再谈");
      assertThat(seen.row("时间")).isEqualTo("下周三 15:00");
      assertThat(seen.buttons()).startsWith("没问题", "改一下");
      assertThat(seen.card().menu()).extracting(Card.Button::label).contains("看原话", "不要这条");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_card_that_cannot_be_posted_leaves_no_draft_behind(Stores store) {
    try (var any = new Chat(store)) {
      any.jdbc().sql("ALTER TABLE outbox RENAME TO away").update();
      Inbound note = new Inbound.Text(any.envelope(REP), VISIT);
      var receipt = any.arrives(note);
      assertThatThrownBy(any::work).hasMessageContaining("failed");
      assertThat(any.followUps(REP)).isEmpty();

      any.jdbc().sql("ALTER TABLE away RENAME TO outbox").update();
      any.work();
      assertThat(any.followUps(REP)).hasSize(1);
      assertThat(any.record().of(receipt.id())).hasSize(1);
    }
  }

  @Test
  void a_first_memo_gets_its_card_and_no_greeting() {
    aDraft();
    assertThat(window().answers()).isEmpty();
    assertThat(window().messages()).isEqualTo(1);
  }

  @Test
  void whoever_opens_the_chat_is_greeted_once_in_a_lifetime() {
    chat.sends(new Inbound.Entered(chat.envelope(REP)));
    chat.sends(new Inbound.Entered(chat.envelope(REP)));
    assertThat(window().answers()).singleElement().asString().startsWith("张三，我是口信");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "已沟通",
        "张主任说太贵了",
        "查房时见了张主任",
        "不是很满意，说周三再联系",
        "不对称报价的事，华康医院王主任没有意见",
        "新客户长青医院的张主任想要试用机，下周三送过去",
        "周五去华康医院装机",
        "好的机器他们才要"
      })
  void a_short_memo_is_a_memo_even_while_another_one_is_open(String words) {
    chat.types(REP, "他觉得我们报价太高了，过两天再说");
    chat.types(REP, words);
    assertThat(chat.followUps(REP)).hasSize(2);
    assertThat(chat.latest(REP).text()).isEqualTo(words);
  }

  @Test
  void doubtful_words_are_marked_behind_the_button() {
    chat.says(REP, "市一医院张主任想看〔关节镜〕周五送过去");
    assertThat(chat.latest(REP).parts().getFirst().doubts()).hasSize(1);
    chat.taps(REP, "看原话");
    assertThat(card().body()).isEqualTo("市一医院张主任想看〔关节镜〕周五送过去");
  }

  @Test
  void a_ticked_suggestion_changes_the_card_in_place() {
    chat.says(REP, VISIT);
    String suggestion =
        window().buttons().stream().filter(b -> b.startsWith("加：")).findFirst().get();
    int before = window().messages();

    chat.taps(REP, suggestion);

    assertThat(window().messages()).isEqualTo(before);
    assertThat(window().cards()).hasSize(1);
    assertThat(card().rows().toString())
        .contains(suggestion.substring("加：".length()).substring(0, 2));
    assertThat(window().buttons()).doesNotContain(suggestion);
    assertThat(chat.latest(REP).tags()).anyMatch(tag -> tag.ticked());
  }

  @Test
  void two_visits_in_one_memo_are_two_follow_ups_on_one_card() {
    chat.types(REP, "第一家是华康医院，王主任嫌价格太高，下周三再去。第二家是博宁骨科，何院长要样品，周五寄过去");
    assertThat(chat.followUps(REP))
        .extracting(visit -> visit.customer().orElseThrow().name())
        .containsExactly("华康医院", "博宁骨科医院");
    assertThat(window().messages()).isEqualTo(1);
    assertThat(card().rows()).extracting(Card.Row::label).containsExactly("华康医院", "博宁骨科医院");
  }

  @Test
  void two_visits_without_a_stop_are_told_apart_by_where_the_rep_went() {
    chat.types(REP, "上午去了华康医院王主任嫌价格太高下周三再去下午又到博宁骨科何院长要样品周五寄过去");
    assertThat(chat.followUps(REP))
        .extracting(visit -> visit.customer().orElseThrow().name())
        .containsExactly("华康医院", "博宁骨科医院");
    assertThat(chat.followUps(REP))
        .extracting(visit -> visit.due().orElseThrow().text())
        .containsExactly("下周三", "周五");
  }

  @Test
  void two_departments_of_one_house_are_one_visit() {
    chat.types(REP, "上午在博宁骨科见了何院长下午到检验科看试剂他们要样品周五寄过去");
    assertThat(chat.followUps(REP)).hasSize(1);
  }

  @Test
  void a_date_that_hangs_on_holidays_not_announced_yet_says_so() {
    chat.types(REP, "今天去了博宁骨科，何院长说明年，元旦后第一个工作日再去找他");
    assertThat(window().row("时间")).endsWith("（2027年放假安排还没公布，先这么算）");
  }

  @Test
  void three_visits_are_counted_as_three() {
    chat.types(REP, "第一家是博宁骨科，何院长要样品，周五寄。第二家是松源检验，高总说没有预算。第三家是安禾口腔，宋总要培训，下周二去");
    assertThat(card().title()).isEqualTo("存好了，听到3家，分开记");
    assertThat(card().rows())
        .extracting(Card.Row::label)
        .containsExactly("博宁骨科医院", "松源医学检验所", "安禾口腔");
  }

  @Test
  void visits_that_are_one_are_merged_and_can_be_parted_again() {
    chat.types(REP, "第一家是华康医院，王主任嫌价格太高，下周三再去。第二家是博宁骨科，何院长要样品，周五寄过去");
    chat.taps(REP, "其实是一家");
    assertThat(chat.followUps(REP))
        .extracting(FollowUp::status)
        .containsExactly(Status.DRAFT, Status.DROPPED);
    assertThat(chat.followUps(REP).getFirst().parts()).hasSize(2);
    assertThat(card().title()).startsWith("华康医院");
    assertThat(window().messages()).isEqualTo(1);

    chat.types(REP, "恢复");
    assertThat(window().answer()).as("what was merged is not gone").startsWith("没有可以恢复的");
    chat.types(REP, "分开记");
    assertThat(chat.followUps(REP)).extracting(FollowUp::status).containsOnly(Status.DRAFT);
    assertThat(chat.followUps(REP)).allMatch(visit -> visit.parts().size() == 1);
  }

  @Test
  void a_text_of_a_hundred_kilobytes_is_kept_whole_and_read_in_part() {
    String text = "今天去了华康医院，王主任嫌比迈瑞贵，周五再去。" + "说了很多话，".repeat(17_000);
    var receipt = chat.types(REP, text);
    assertThat(
            ((Inbound.Text) chat.rooms().inbox.find(receipt.id()).orElseThrow().inbound()).text())
        .isEqualTo(text);
    assertThat(chat.latest(REP).text()).hasSize(4_000);
    assertThat(window().messages()).isEqualTo(2);
    assertThat(window().answer()).startsWith("全文存好了，太长，只整理前4000个字");
  }

  @Test
  void only_emoji_are_answered_and_make_no_memo() {
    chat.types(REP, "👍👍");
    assertThat(chat.followUps(REP)).isEmpty();
    assertThat(window().answers()).hasSize(1);
  }

  @Test
  void a_redelivered_message_changes_nothing() {
    var note = new Inbound.Text(chat.envelope(REP), VISIT);
    var first = chat.sends(note);
    Window seen = window();
    var again = chat.sends(note);
    assertThat(again.repeat()).isTrue();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(window()).isEqualTo(seen);
    assertThat(chat.followUps(REP)).hasSize(1);
  }

  @Test
  void three_notes_from_a_basement_stay_in_order_and_are_not_joined_wrongly() {
    List.of("云溪中医院刘主任嫌比迈瑞贵", "博宁骨科何院长要样品，周五寄", "松源检验高总说没有预算")
        .forEach(
            words ->
                chat.arrives(
                    new Inbound.Voice(
                        chat.envelope(REP),
                        new MediaRef.Inline(
                            chat.recorder.saying(words, Locale.CHINESE), "audio/wav"))));
    chat.work();
    assertThat(chat.followUps(REP))
        .extracting(visit -> visit.customer().orElseThrow().name())
        .containsExactly("云溪县中医院", "博宁骨科医院", "松源医学检验所");
    assertThat(window().cards().values())
        .extracting(card -> card.title().split(" ")[0])
        .containsExactly("云溪县中医院", "博宁骨科医院", "松源医学检验所");
  }
}
