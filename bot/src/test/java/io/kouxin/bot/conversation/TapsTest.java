package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.wiring.Window;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.TapCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapsTest extends InChat {

  private FollowUp record() {
    return chat.latest(REP);
  }

  @Test
  void a_second_tap_on_the_same_button_changes_nothing() {
    chat.types(REP, "今天和王主任聊了，他觉得我们报价太高了，周五再去");
    for (String label : List.of("华康医院", "没问题")) {
      Inbound.Tap tap = window().tap(chat.envelope(REP), label);
      chat.sends(tap);
      FollowUp after = record();
      Window seen = window();
      chat.sends(new Inbound.Tap(chat.envelope(REP), tap.card(), tap.action(), List.of()));
      assertThat(record()).isEqualTo(after);
      assertThat(window()).isEqualTo(seen);
    }
  }

  @Test
  void a_second_tap_on_the_same_customer_adds_no_second_customer() {
    chat.types(REP, "今天去了长青医院，张院长说没有预算，周五再去");
    Inbound.Tap tap = window().tap(chat.envelope(REP), "新客户：长青医院");
    chat.sends(tap);
    int customers = chat.customers().all().size();
    FollowUp after = record();
    chat.sends(new Inbound.Tap(chat.envelope(REP), tap.card(), tap.action(), List.of()));
    assertThat(chat.customers().all()).hasSize(customers);
    assertThat(record()).isEqualTo(after);
  }

  @Test
  void a_second_tap_on_one_visit_merges_nothing_twice() {
    chat.types(REP, "第一家是华康医院，王主任嫌价格太高，下周三再去。第二家是博宁骨科，何院长要样品，周五寄过去");
    Inbound.Tap tap = window().tap(chat.envelope(REP), "其实是一家");
    chat.sends(tap);
    chat.sends(new Inbound.Tap(chat.envelope(REP), tap.card(), tap.action(), List.of()));
    assertThat(chat.followUps(REP).getFirst().parts()).hasSize(2);
  }

  @Test
  void a_tap_on_a_card_of_something_dropped_says_how_to_bring_it_back() {
    aDraft();
    Inbound.Tap old = window().tap(chat.envelope(REP), "没问题");
    chat.types(REP, "不要了");
    chat.sends(old);
    assertThat(record().status()).isEqualTo(Status.DROPPED);
    assertThat(window().answer()).contains("恢复");
  }

  @Test
  void a_tap_on_a_card_nobody_knows_is_said_to_be_stale() {
    chat.sends(new Inbound.Tap(chat.envelope(REP), "card:gone", "ok|gone|", List.of()));
    assertThat(window().answer()).contains("过时了");
  }

  /** What a platform whose buttons are words makes of a button on the newest card that has it. */
  private String words(String label) {
    Inbound.Tap tap = window().tap(chat.envelope(REP), label);
    return TapCode.of(tap.card(), tap.action(), label).words();
  }

  @Test
  void words_of_a_button_are_its_tap() {
    aDraft();
    chat.types(REP, words("没问题"));
    assertThat(record().status()).isEqualTo(Status.CONFIRMED);
    assertThat(chat.followUps(REP)).hasSize(1);
  }

  @Test
  void words_of_an_older_card_are_the_tap_of_that_card() {
    aDraft();
    String older = words("没问题");
    chat.types(REP, "今天去了博宁骨科，何院长要样品，周五寄过去");
    chat.types(REP, older);
    assertThat(chat.followUps(REP))
        .extracting(FollowUp::status)
        .containsExactly(Status.CONFIRMED, Status.DRAFT);
  }

  @Test
  void words_of_a_changed_card_are_its_tap() {
    chat.types(REP, "今天和王主任聊了，他觉得我们报价太高了，周五再去");
    chat.types(REP, words("华康医院"));
    assertThat(record().customer()).isPresent();
    chat.types(REP, words("没问题"));
    assertThat(record().status()).isEqualTo(Status.CONFIRMED);
  }

  @Test
  void words_of_no_card_are_said_to_be_stale_and_longer_ones_are_a_memo() {
    chat.types(REP, "没问题 #AB23");
    assertThat(window().answer()).contains("过时了");
    chat.types(REP, "刚去市一医院见了张主任，嫌比迈瑞贵，周五寄资料 #AB23");
    assertThat(chat.followUps(REP)).hasSize(1);
  }

  @Test
  void somebody_elses_words_of_a_button_change_nothing() {
    aDraft();
    chat.types(OTHER_REP, words("没问题"));
    assertThat(record().status()).isEqualTo(Status.DRAFT);
  }

  @Test
  void a_tap_on_somebody_elses_card_changes_nothing() {
    aDraft();
    Inbound.Tap theirs = window().tap(chat.envelope(OTHER_REP), "没问题");
    chat.sends(theirs);
    assertThat(record().status()).isEqualTo(Status.DRAFT);
  }

  @Test
  void a_forged_action_on_ones_own_card_does_not_reach_somebody_elses_record() {
    aDraft();
    Inbound.Tap theirs = window().tap(chat.envelope(REP), "不要这条");
    chat.types(OTHER_REP, "清河肿瘤许主任要资料，今天下午送");
    String own = chat.window(OTHER_REP).cards().keySet().iterator().next();
    chat.sends(new Inbound.Tap(chat.envelope(OTHER_REP), own, theirs.action(), List.of()));
    assertThat(record().status()).isEqualTo(Status.DRAFT);
  }

  @Test
  void a_button_of_no_verb_or_with_nonsense_in_it_is_said_to_be_stale() {
    aDraft();
    String card = window().cards().keySet().iterator().next();
    for (String verb : List.of("when|%s|soon", "sub|%s|nothing", "customer|%s|x", "fly|%s|")) {
      String action = verb.formatted(record().id());
      chat.sends(new Inbound.Tap(chat.envelope(REP), card, action, List.of()));
    }
    assertThat(window().answers()).hasSize(4).allMatch(answer -> answer.contains("过时了"));
    assertThat(record().version()).isEqualTo(1);
  }
}
