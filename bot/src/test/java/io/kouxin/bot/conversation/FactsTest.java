package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.wiring.Window;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.wecom.WeComChannel;
import org.junit.jupiter.api.Test;

/** Nothing that was tagged is left out of a card. */
class FactsTest extends InChat {

  private static final String ALL = "华康医院王主任他觉得我们报价太高了。他愿意在会上替我们说话。有别的厂家也在跟他谈。项目要走招标。他们想要培训。周五寄资料";

  @Test
  void somebody_who_stands_up_for_us_is_shown() {
    chat.types(REP, "博宁骨科何院长答应去跟领导替我们争取，周五寄资料");
    assertThat(window().row("关键人")).isEqualTo("有人支持我们");
  }

  @Test
  void a_card_with_every_kind_of_tag_keeps_the_next_step_and_its_time() {
    chat.types(REP, ALL);
    Card shown = card().within(WeComChannel.LIMITS);
    for (var tag : chat.latest(REP).asserted()) {
      assertThat(shown.rows()).anyMatch(row -> row.value().contains(tag.label()));
    }
    assertThat(chat.latest(REP).asserted())
        .extracting(tag -> tag.kind())
        .contains("need", "objection", "competitor", "milestone", "stakeholder");
    assertThat(card().rows()).as("no more than a phone shows").hasSize(6);
    assertThat(Window.row(shown, "下一步")).isNotEmpty();
    assertThat(Window.row(shown, "时间")).isEqualTo("周五");
  }

  @Test
  void two_visits_show_rivals_progress_and_people_of_each() {
    chat.types(REP, "第一家是博宁骨科，何院长说项目要走招标，周五寄资料。第二家是安禾口腔，宋总答应去跟领导替我们争取。他说有别的厂家也在跟他谈");
    assertThat(Window.row(card(), "博宁骨科医院")).contains("要招标了", "周五");
    assertThat(Window.row(card(), "安禾口腔")).contains("有人支持我们", "竞品在接触");
  }

  @Test
  void a_visit_of_which_nothing_was_tagged_shows_its_words() {
    chat.types(REP, "第一家是博宁骨科，跟何院长打了个招呼。第二家是安禾口腔，宋总要培训，下周二去");
    assertThat(Window.row(card(), "博宁骨科医院")).contains("打了个招呼");
  }

  @Test
  void what_would_be_cut_in_one_row_of_two_visits_has_two() {
    chat.types(REP, "第一家是博宁骨科，何院长要培训，周五去。第二家是" + ALL);
    Card shown = card().within(WeComChannel.LIMITS);
    assertThat(shown.rows()).hasSize(3);
    assertThat(shown.rows().get(1).value()).contains("嫌贵").doesNotContain("周五");
    assertThat(shown.rows().get(2)).extracting(Card.Row::label).isEqualTo("下一步");
    assertThat(shown.rows().get(2).value()).endsWith("周五");
  }
}
