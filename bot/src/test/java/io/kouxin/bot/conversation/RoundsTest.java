package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.FollowUp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Memos that report a way from customer to customer, and those that only mention another one. */
class RoundsTest extends InChat {

  private static List<String> customers(List<FollowUp> visits) {
    return visits.stream()
        .map(visit -> visit.customer().map(CustomerRef::name).orElse(""))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "今天去了博宁何院长说华康医院也在用我们的关节镜效果不错",
        "今天去了博宁，何院长说跟松源一样嫌贵，下周三再谈",
        "去了博宁，何院长问上次在明远做的那个活动还办不办",
        "听华康的李主任说博宁要招标，下午去了博宁，何院长说下个月挂网",
        "去了博宁，附近有两家在用我们的，一个是安禾，另一个是明远，何院长想去看看",
        "去了博宁，何院长要样品，下周三去松源送货",
        "今天去了博宁和松源都没见到人"
      })
  void another_customer_who_is_only_mentioned_makes_no_visit(String memo) {
    chat.types(REP, memo);
    assertThat(chat.followUps(REP)).singleElement().extracting(FollowUp::text).isEqualTo(memo);
  }

  @ParameterizedTest
  @CsvSource({
    "见了绿畦食品冯总想看案例然后启程精密钱厂长说要招标了, 绿畦食品|启程精密机械",
    "先去的安禾宋总要培训再去的明远林护士长嫌贵, 安禾口腔|明远康复医院",
    "跑了两家博宁何院长要样品县中医院刘主任没预算, 博宁骨科医院|云溪县中医院",
    "上午拜访东岭医院吴主任要试用下午拜访华抗医院孙院长嫌贵, 东岭区人民医院|华抗医院",
    "一个是华康王主任嫌贵另一个是松源高总要账期, 华康医院|松源医学检验所",
    "从华康医院出来王主任要资料又到了市妇幼周主任要试用, 华康医院|临江市妇幼保健院",
    "跑了三家博宁何院长要样品县中医院刘主任没预算安禾宋总要培训, 博宁骨科医院|云溪县中医院|安禾口腔"
  })
  void going_on_from_one_known_customer_to_another_is_two_visits(String memo, String names) {
    chat.types(REP, memo);
    assertThat(customers(chat.followUps(REP))).containsExactly(names.split("\\|"));
    assertThat(window().messages()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "First Northgate, James wants a quote by Friday. Then I went to Hillcrest, Laura says we are"
            + " too expensive; Northgate Surgical|Hillcrest Diagnostics",
        "I was at Oakfield in the morning, Dr Hughes wants a trial, in the afternoon at St Mary's they"
            + " have no budget; Oakfield Medical Centre|St Mary's Clinic"
      })
  void so_it_is_in_english(String memo, String names) {
    chat.types(ENGLISH_REP, memo);
    assertThat(customers(chat.followUps(ENGLISH_REP))).containsExactly(names.split("\\|"));
  }

  @Test
  void each_visit_has_the_tags_of_its_own_words() {
    chat.types(REP, "见了绿畦食品冯总想看案例然后启程精密钱厂长说要招标了");
    assertThat(chat.followUps(REP))
        .extracting(FollowUp::text)
        .containsExactly("见了绿畦食品冯总想看案例", "然后启程精密钱厂长说要招标了");
    assertThat(chat.followUps(REP).getFirst().asserted())
        .noneMatch(tag -> tag.evidence().stream().anyMatch(e -> e.text().contains("招标")));
  }

  @Test
  void who_is_mentioned_in_one_of_two_visits_leaves_no_question() {
    chat.types(REP, "上午去了博宁，何院长说华康医院也在用，要样品，下午去了松源，高总没预算");
    assertThat(customers(chat.followUps(REP))).containsExactly("博宁骨科医院", "松源医学检验所");
    assertThat(window().buttons()).contains("其实是一家").doesNotContain("华康医院");
  }

  @Test
  void on_a_voice_note_two_that_sound_alike_are_still_two_visits_and_one_is_asked_for() {
    chat.says(REP, "上午拜访东岭医院吴主任要试用下午拜访华抗医院孙院长嫌贵");
    assertThat(chat.followUps(REP)).hasSize(2);
    assertThat(window().buttons()).contains("华抗医院", "华康医院");
  }

  @Test
  void a_visit_that_comes_back_to_the_first_customer_is_asked_about() {
    chat.types(REP, "上午去了博宁，何院长要样品，下午去了松源，高总没预算，博宁那边周五寄");
    assertThat(customers(chat.followUps(REP))).containsExactly("博宁骨科医院", "");
    assertThat(window().buttons()).contains("松源医学检验所", "博宁骨科医院");
  }

  @Test
  void what_was_told_apart_wrongly_is_one_visit_after_one_tap() {
    chat.types(REP, "先去的安禾宋总要培训再去的明远林护士长嫌贵");
    chat.taps(REP, "其实是一家");
    assertThat(chat.followUps(REP)).filteredOn(v -> v.status() == FollowUp.Status.DRAFT).hasSize(1);
  }
}
