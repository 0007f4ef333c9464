package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.Part;
import io.kouxin.bot.wiring.Window;
import io.kouxin.integrations.channel.Card;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoiningTest extends InChat {
  private static final String AND = "又想起来，市一医院张主任说账期要九十天";

  private FollowUp first() {
    return chat.followUps(REP).getFirst();
  }

  @Test
  void a_second_memo_about_the_same_customer_joins_within_half_an_hour() {
    aDraft();
    chat.pass(Duration.ofMinutes(30));
    chat.types(REP, AND);
    assertThat(chat.followUps(REP)).hasSize(1);
    assertThat(first().parts()).extracting(Part::text).hasSize(2).endsWith(AND);
    assertThat(first().asserted()).extracting(tag -> tag.label()).contains("付款账期", "比竞品贵");
    CorrectionTest.assertPointsAtItsWords(first());
    assertThat(window().messages()).as("the card changes, one sentence says so").isEqualTo(2);
    assertThat(card().body()).isEqualTo("存好了，接着记到华东市第一人民医院刚才那条里了。");
    assertThat(window().buttons()).containsExactly("分开记");
    assertThat(Window.row(firstCard(), "顾虑")).contains("付款账期");
  }

  private Card firstCard() {
    return window().cards().values().iterator().next();
  }

  @Test
  void a_memo_that_names_nobody_but_the_same_person_joins_too() {
    aDraft();
    chat.pass(Duration.ofMinutes(10));
    chat.types(REP, "刚才张主任又打电话来，说账期要九十天");
    assertThat(chat.followUps(REP)).hasSize(1);
    assertThat(first().parts()).hasSize(2);
  }

  @Test
  void after_half_an_hour_it_is_a_memo_of_its_own() {
    aDraft();
    chat.pass(Duration.ofMinutes(31));
    chat.types(REP, AND);
    assertThat(chat.followUps(REP)).hasSize(2);
  }

  @Test
  void nothing_joins_a_record_that_was_confirmed_or_is_about_somebody_else() {
    aConfirmed();
    chat.types(REP, AND);
    chat.types(REP, "博宁骨科何院长要样品，周五寄");
    assertThat(chat.followUps(REP)).hasSize(3);
  }

  @Test
  void joined_memos_can_be_parted_by_a_tap() {
    aDraft();
    chat.types(REP, AND);
    chat.taps(REP, "分开记");
    assertThat(chat.followUps(REP)).hasSize(2).allMatch(visit -> visit.parts().size() == 1);
    assertThat(first().asserted()).extracting(tag -> tag.label()).doesNotContain("付款账期");
    assertThat(chat.latest(REP).asserted()).extracting(tag -> tag.label()).contains("付款账期");
    assertThat(window().cards()).as("the parted memo has a card").hasSize(3);
    assertThat(window().row("顾虑")).isEqualTo("付款账期");
  }

  @Test
  void joined_memos_can_be_parted_by_words() {
    aDraft();
    chat.types(REP, AND);
    chat.types(REP, "分开记");
    assertThat(chat.followUps(REP)).hasSize(2);
  }

  @Test
  void undo_of_joining_loses_no_memo() {
    aDraft();
    chat.types(REP, AND);
    chat.types(REP, "撤销");
    assertThat(chat.followUps(REP)).hasSize(2);
    assertThat(chat.latest(REP).text()).isEqualTo(AND);
  }

  @Test
  void a_day_that_the_rep_corrected_survives_the_parting() {
    aDraft();
    chat.types(REP, AND);
    chat.types(REP, "改到下周四");
    chat.types(REP, "分开记");
    assertThat(first().due().orElseThrow().text()).isEqualTo("下周四");
  }

  private FollowUp last() {
    return chat.latest(REP);
  }

  private List<Status> states() {
    return chat.followUps(REP).stream().map(FollowUp::status).toList();
  }

  @Test
  void what_is_corrected_after_a_parting_is_the_memo_that_was_parted() {
    chat.ticks();
    aDraft();
    chat.types(REP, AND);
    chat.types(REP, "分开记");
    chat.types(REP, "不对，是博宁");
    assertThat(first().customer()).map(CustomerRef::name).hasValue("华东市第一人民医院");
    assertThat(last().customer()).map(CustomerRef::name).hasValue("博宁骨科医院");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void undo_of_a_parting_puts_the_memo_back_where_it_was(boolean tapped) {
    chat.ticks();
    aDraft();
    chat.types(REP, AND);
    part(tapped);
    chat.types(REP, "撤销");
    assertThat(states()).containsExactly(Status.DRAFT, Status.DROPPED);
    assertThat(first().parts()).hasSize(2);
    assertThat(first().asserted()).extracting(tag -> tag.label()).contains("付款账期", "比竞品贵");
    assertThat(card().settled()).hasValue("合成一条了，存好了。记给华东市第一人民医院。");

    chat.types(REP, "改到下周四");
    assertThat(first().due().orElseThrow().text())
        .as("what was put back is meant")
        .isEqualTo("下周四");
    chat.types(REP, "恢复");
    assertThat(states()).as("nothing is gone").containsExactly(Status.DRAFT, Status.DROPPED);
  }

  @Test
  void undo_puts_a_memo_back_between_the_two_that_it_stood_between() {
    chat.ticks();
    aDraft();
    chat.types(REP, AND);
    var part = window().tap(chat.envelope(REP), "分开记");
    chat.types(REP, "刚才张主任又打电话来，想要培训");
    assertThat(first().parts()).hasSize(3);
    chat.sends(part);
    assertThat(first().parts()).extracting(Part::text).hasSize(2).doesNotContain(AND);
    chat.types(REP, "撤销");
    assertThat(states()).containsExactly(Status.DRAFT, Status.DROPPED);
    assertThat(first().parts()).extracting(Part::text).hasSize(3).contains(AND);
  }

  private void part(boolean tapped) {
    if (tapped) {
      chat.taps(REP, "分开记");
    } else {
      chat.types(REP, "分开记");
    }
  }

  @Test
  void a_memo_can_be_parted_put_back_and_parted_again() {
    chat.ticks();
    aDraft();
    chat.types(REP, AND);
    chat.types(REP, "分开记");
    chat.types(REP, "撤销");
    chat.types(REP, "分开记");
    assertThat(states()).containsExactly(Status.DRAFT, Status.DRAFT);
    assertThat(chat.followUps(REP)).allMatch(visit -> visit.parts().size() == 1);
    assertThat(card().settled()).isEmpty();

    chat.types(REP, "撤销");
    assertThat(states()).containsExactly(Status.DRAFT, Status.DROPPED);
    assertThat(first().parts()).hasSize(2);
  }

  @Test
  void undo_after_a_parting_takes_back_the_changes_of_the_parted_memo_first() {
    chat.ticks();
    aDraft();
    chat.types(REP, AND);
    chat.types(REP, "分开记");
    chat.types(REP, "不对，是博宁");
    chat.types(REP, "撤销");
    assertThat(last().customer()).map(CustomerRef::name).hasValue("华东市第一人民医院");
    assertThat(first().parts()).as("still apart").hasSize(1);
    chat.types(REP, "撤销");
    assertThat(first().parts()).hasSize(2);
    assertThat(states()).containsExactly(Status.DRAFT, Status.DROPPED);
  }

  @Test
  void undo_of_joining_is_not_redone_by_the_next_undo() {
    chat.ticks();
    aDraft();
    chat.types(REP, AND);
    chat.types(REP, "撤销");
    chat.types(REP, "撤销");
    assertThat(chat.followUps(REP)).hasSize(2).allMatch(visit -> visit.parts().size() == 1);
    assertThat(states()).containsExactly(Status.DRAFT, Status.DRAFT);
    assertThat(window().answer()).startsWith("没有可以撤销的");
  }
}
