package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Limits;
import io.kouxin.integrations.channel.TapCode;
import io.kouxin.integrations.dingtalk.DingTalkChannel;
import io.kouxin.integrations.wecom.WeComChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that was suggested can be added, on the card as each platform shows it. */
class OffersTest extends InChat {
  private static final String PLAIN = "刚去市一医院见了张主任，他对关节镜有兴趣，担心术后疼痛，还嫌比迈瑞贵，约了下周三下午三点再谈";
  private static final String ASKED = "今天和王主任聊了，他觉得我们报价太高了，担心术后疼痛，过几天再联系";
  private static final String TWO = "第一家是华康医院，王主任他觉得我们报价太高了，担心术后疼痛。第二家是博宁骨科，何院长要样品，周五寄过去，还嫌比迈瑞贵";

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, ASKED, TWO})
  void every_suggestion_is_on_the_card_or_behind_it(String memo) {
    for (Limits limits : List.of(WeComChannel.LIMITS, DingTalkChannel.LIMITS)) {
      chat.types(REP, "不要了");
      chat.types(REP, memo);
      List<FollowUp> visits =
          chat.followUps(REP).stream()
              .filter(visit -> visit.status() == FollowUp.Status.DRAFT)
              .toList();
      Set<String> wanted = new HashSet<>();
      for (FollowUp visit : visits) {
        visit.suggestions().forEach(tag -> wanted.add(visit.id() + "|" + tag.entry()));
      }
      assertThat(wanted).hasSizeGreaterThan(2);
      assertThat(reached(limits)).isEqualTo(wanted);
    }
  }

  /** Taps from page to page until the card is back. */
  private Set<String> reached(Limits limits) {
    Set<String> reached = new HashSet<>();
    List<Button> seen = adds(limits, reached);
    while (seen.stream().anyMatch(button -> button.action().startsWith("more|"))) {
      Button on =
          seen.stream().filter(button -> button.action().startsWith("more|")).findFirst().get();
      chat.taps(REP, on.label());
      seen = adds(limits, reached);
    }
    return reached;
  }

  private List<Button> adds(Limits limits, Set<String> reached) {
    Card shown = card().within(limits);
    List<Button> all = Stream.concat(shown.buttons().stream(), shown.menu().stream()).toList();
    all.stream()
        .map(Button::action)
        .filter(action -> action.startsWith("add|"))
        .forEach(action -> reached.add(action.substring("add|".length())));
    return all;
  }

  @Test
  void a_card_is_short_until_it_is_turned_over() {
    chat.types(REP, PLAIN);
    assertThat(window().buttons()).startsWith("没问题", "改一下").endsWith("还可能是");
    assertThat(window().buttons()).filteredOn(label -> label.startsWith("加：")).hasSizeLessThan(3);
  }

  @Test
  void what_is_added_behind_the_card_turns_it_back() {
    chat.types(REP, PLAIN);
    chat.taps(REP, "还可能是");
    assertThat(card().body()).isEqualTo("已存好。还可能说到这些，点一下就加上。");
    assertThat(window().buttons()).endsWith("返回").doesNotContain("没问题");
    String label = window().buttons().getFirst();
    TagMark last = chat.latest(REP).suggestions().getLast();
    chat.taps(REP, label);
    assertThat(chat.latest(REP).tags()).anyMatch(TagMark::ticked);
    assertThat(chat.latest(REP).suggestions()).contains(last);
    assertThat(window().buttons()).startsWith("没问题", "改一下");
    assertThat(window().messages()).isEqualTo(1);
  }

  @Test
  void the_card_can_be_turned_back_without_adding_anything() {
    chat.types(REP, PLAIN);
    Card before = card();
    chat.taps(REP, "还可能是");
    chat.taps(REP, "返回");
    assertThat(card()).isEqualTo(before);
    assertThat(chat.latest(REP).version()).isEqualTo(1);
  }

  @Test
  void an_open_question_stays_open_while_something_is_added() {
    chat.types(REP, ASKED);
    String question = card().body();
    chat.taps(REP, "还可能是");
    chat.taps(REP, window().buttons().getFirst());
    assertThat(chat.latest(REP).tags()).anyMatch(TagMark::ticked);
    assertThat(card().body()).isEqualTo(question);
  }

  @Test
  void what_is_behind_the_card_can_be_tapped_where_buttons_are_words() {
    chat.types(REP, PLAIN);
    chat.taps(REP, "还可能是");
    Button first = card().buttons().getFirst();
    String key = window().cards().keySet().iterator().next();
    chat.types(REP, TapCode.of(key, first.action(), first.label()).words());
    assertThat(chat.latest(REP).tags()).anyMatch(TagMark::ticked);
    assertThat(window().posted().getLast().message().text()).startsWith("加上了，存好了");
  }

  @Test
  void nothing_is_behind_a_card_that_is_settled() {
    chat.types(REP, PLAIN);
    var old = window().tap(chat.envelope(REP), "还可能是");
    chat.types(REP, "没问题");
    Card settled = card();
    chat.sends(old);
    assertThat(card()).isEqualTo(settled);
  }
}
