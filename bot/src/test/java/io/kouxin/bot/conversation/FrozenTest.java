package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrozenTest extends InChat {

  private FollowUp record() {
    return chat.latest(REP);
  }

  private String due() {
    return record().due().orElseThrow().text();
  }

  private String reason() {
    return chat.record().history(record().id()).getFirst().reason();
  }

  @Test
  void tapped_as_right_it_is_frozen_and_the_card_settled() {
    aDraft();
    chat.taps(REP, "没问题");
    assertThat(record().status()).isEqualTo(Status.CONFIRMED);
    assertThat(record().revision()).isEqualTo(1);
    assertThat(card().settled()).hasValue("已存 10:00");
    assertThat(card().buttons()).isEmpty();
    assertThat(window().messages()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"没问题", "好的", "对。", "可以！"})
  void typed_as_right_it_is_frozen_too(String words) {
    aDraft();
    chat.types(REP, words);
    assertThat(record().status()).isEqualTo(Status.CONFIRMED);
    assertThat(card().settled()).hasValue("已存 10:00");
    chat.types(REP, words);
    assertThat(window().messages()).as("nothing to say the second time").isEqualTo(1);
  }

  @Test
  void a_later_change_asks_for_its_reason_and_makes_a_revision() {
    aConfirmed();
    chat.types(REP, "改到下周四");
    assertThat(due()).as("not before the reason is known").isEqualTo("周五");
    assertThat(card().body()).isEqualTo("这条今天 10:00定过，原来的还存着。改成“下周四”是因为什么？");
    assertThat(window().buttons()).containsExactly("客户变了", "我记错了", "说一句");

    chat.taps(REP, "客户变了");
    assertThat(due()).isEqualTo("下周四");
    assertThat(record().revision()).isEqualTo(2);
    assertThat(reason()).isEqualTo("客户变了");
  }

  @Test
  void a_typed_reason_counts_as_much_as_a_button() {
    aConfirmed();
    chat.types(REP, "改到下周四");
    chat.types(REP, "王主任那天要开会");
    assertThat(due()).isEqualTo("下周四");
    assertThat(reason()).isEqualTo("王主任那天要开会");
    assertThat(chat.followUps(REP)).hasSize(1);
  }

  @Test
  void a_visit_to_somebody_else_is_no_reason() {
    aConfirmed();
    String id = record().id();
    chat.types(REP, "改到下周四");
    chat.types(REP, "博宁骨科说要样品");
    assertThat(chat.followUps(REP)).hasSize(2);
    assertThat(chat.record().history(id)).as("the change still waits").hasSize(1);
    assertThat(record().customer().orElseThrow().name()).isEqualTo("博宁骨科医院");
  }

  @Test
  void the_customer_itself_may_be_in_the_reason() {
    aConfirmed();
    chat.types(REP, "改到下周四");
    chat.types(REP, "市一医院那天要检查");
    assertThat(reason()).isEqualTo("市一医院那天要检查");
    assertThat(chat.followUps(REP)).hasSize(1);
  }

  @Test
  void a_reason_that_was_announced_may_be_long() {
    aConfirmed();
    chat.types(REP, "改到下周四");
    chat.taps(REP, "说一句");
    String why = "对方整个科室那天都要去外地开学术会议，所以只能改到那天再去拜访他们";
    chat.types(REP, why);
    assertThat(due()).isEqualTo("下周四");
    assertThat(reason()).isEqualTo(why);
  }

  @Test
  void another_correction_is_no_reason() {
    aConfirmed();
    chat.types(REP, "改到下周四");
    chat.types(REP, "不对，改到下周二");
    chat.taps(REP, "我记错了");
    assertThat(due()).isEqualTo("下周二");
    assertThat(reason()).isEqualTo("我记错了");
  }

  @Test
  void never_mind_leaves_it_as_it_was() {
    aConfirmed();
    chat.types(REP, "改到下周四");
    chat.types(REP, "算了");
    chat.types(REP, "今天去了博宁骨科，何院长要样品");
    assertThat(chat.followUps(REP).getFirst().due().orElseThrow().text()).isEqualTo("周五");
    assertThat(chat.followUps(REP))
        .extracting(FollowUp::status)
        .contains(Status.CONFIRMED, Status.DRAFT);
  }

  @Test
  void undo_of_a_change_of_a_frozen_record_is_a_revision_of_its_own() {
    aConfirmed();
    chat.types(REP, "改到下周四");
    chat.taps(REP, "我记错了");
    chat.types(REP, "撤销");
    assertThat(due()).isEqualTo("周五");
    assertThat(record().revision()).isEqualTo(3);
    assertThat(record().status()).isEqualTo(Status.CONFIRMED);
  }
}
