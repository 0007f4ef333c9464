package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.wiring.Chat;
import io.kouxin.integrations.channel.Inbound;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While it is open which record a correction is for. */
class WhichTest extends InChat {

  private void itIsAskedWhich() {
    chat.types(REP, "第一家是华康医院，王主任嫌价格太高，下周三再去。第二家是博宁骨科，何院长要样品，周五寄过去");
    chat.types(REP, "改到下周四");
    assertThat(window().buttons()).containsExactly("华康医院", "博宁骨科医院");
  }

  private List<String> days() {
    return chat.followUps(REP).stream()
        .limit(2)
        .map(visit -> visit.due().orElseThrow().text())
        .toList();
  }

  private void isARecordOfItsOwn(String words, Optional<String> customer) {
    assertThat(chat.followUps(REP)).hasSize(3);
    FollowUp latest = chat.latest(REP);
    assertThat(latest.text()).isEqualTo(words);
    assertThat(latest.customer()).map(CustomerRef::name).isEqualTo(customer);
    assertThat(chat.followUps(REP).subList(0, 2))
        .allMatch(visit -> visit.version() == 1 && visit.parts().size() == 1);
    assertThat(days()).containsExactly("下周三", "周五");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "今天去博宁骨科，何院长说没预算了",
        "博宁骨科没预算了",
        "博宁骨科医院嫌贵",
        "刚去博宁骨科",
        "博宁骨科何院长说要签字",
        "又去了一趟博宁骨科医院，何院长说今年没有预算了，要等到明年再说，下周一我再打电话",
      })
  void a_report_that_names_one_of_them_is_a_record_of_its_own(String words) {
    itIsAskedWhich();
    chat.types(REP, words);
    isARecordOfItsOwn(words, Optional.of("博宁骨科医院"));
  }

  @Test
  void so_is_a_spoken_one() {
    itIsAskedWhich();
    chat.says(REP, "今天去博宁骨科何院长说没预算了");
    isARecordOfItsOwn("今天去博宁骨科何院长说没预算了", Optional.of("博宁骨科医院"));
  }

  @Test
  void so_is_one_that_names_only_somebody_there() {
    itIsAskedWhich();
    chat.types(REP, "何院长又打电话来，说没预算了，再等等");
    assertThat(chat.followUps(REP)).hasSize(3);
    assertThat(chat.followUps(REP).subList(0, 2)).allMatch(visit -> visit.version() == 1);
  }

  @Test
  void the_question_stays_open_for_whoever_reported_something_else_first() {
    itIsAskedWhich();
    chat.types(REP, "今天去博宁骨科，何院长说没预算了");
    chat.types(REP, "博宁骨科那条");
    assertThat(days()).containsExactly("下周三", "下周四");
    assertThat(chat.latest(REP).version()).as("it was not in question").isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "博宁骨科医院",
        "博宁骨科",
        "博宁",
        "是博宁",
        "博宁那条",
        "博宁骨科的那一条吧",
        "我说的是博宁",
        "改博宁骨科的",
        "应该是博宁骨科",
        "嗯，是博宁骨科那家。",
      })
  void a_name_is_the_answer_however_it_is_put(String words) {
    itIsAskedWhich();
    chat.types(REP, words);
    assertThat(days()).containsExactly("下周三", "下周四");
    assertThat(chat.followUps(REP)).hasSize(2);
  }

  @Test
  void a_spoken_name_is_the_answer_too_though_somebody_else_sounds_like_it() {
    itIsAskedWhich();
    chat.says(REP, "华抗医院那条");
    assertThat(days()).containsExactly("下周四", "周五");
    assertThat(chat.followUps(REP)).hasSize(2);
  }

  @Test
  void in_english_a_name_answers_and_a_report_is_kept() {
    chat.types(ENGLISH_REP, "Northgate Surgical, Dr Patel says we are too expensive");
    chat.types(ENGLISH_REP, "Riverside Hospital, Dr Lee wants training next week");
    chat.types(ENGLISH_REP, "Oakfield wants a demo on Monday");
    chat.types(ENGLISH_REP, "drop it");
    chat.types(ENGLISH_REP, "move it to Friday");
    chat.types(ENGLISH_REP, "Riverside has no budget");
    assertThat(chat.latest(ENGLISH_REP).text()).isEqualTo("Riverside has no budget");
    chat.types(ENGLISH_REP, "the one for Northgate");
    assertThat(chat.followUps(ENGLISH_REP)).hasSize(4);
    assertThat(chat.followUps(ENGLISH_REP).getFirst().due().orElseThrow().text())
        .isEqualTo("Friday");
  }

  @Test
  void what_is_wrong_is_open_and_a_report_is_no_answer_to_that_either() {
    aDraft();
    chat.types(REP, "改一下");
    chat.types(REP, "今天去博宁骨科，何院长说没预算了");
    assertThat(chat.followUps(REP)).hasSize(2);
    assertThat(chat.followUps(REP).getFirst().version()).isEqualTo(1);
    assertThat(chat.latest(REP).customer()).map(CustomerRef::name).hasValue("博宁骨科医院");
  }

  @Test
  void a_customer_is_asked_for_and_a_report_about_another_one_is_no_answer() {
    chat.types(REP, "今天和王主任聊了，他觉得我们报价太高了，周五再去");
    chat.types(REP, "博宁骨科医院嫌贵");
    assertThat(chat.followUps(REP)).hasSize(2);
    assertThat(chat.followUps(REP).getFirst().customer()).isEmpty();
    assertThat(chat.latest(REP).asserted()).extracting(TagMark::kind).contains("objection");
  }

  @Test
  void a_short_report_is_not_taken_for_a_look_up() {
    chat.types(REP, "市一医院嫌贵");
    assertThat(chat.followUps(REP)).hasSize(1);
  }

  @Test
  void a_report_takes_the_pictures_that_waited_and_is_kept_itself() {
    itIsAskedWhich();
    chat.taps(REP, "博宁骨科医院");
    chat.pass(Duration.ofMinutes(1));
    aPictureThatWaits();
    chat.types(REP, "博宁骨科没预算了");
    assertThat(chat.followUps(REP).getLast().text()).contains("博宁骨科没预算了");
    assertThat(chat.followUps(REP).getLast().attachments()).hasSize(1);
  }

  private void aPictureThatWaits() {
    chat.sends(new Inbound.Picture(chat.envelope(REP), Chat.bytes("image/png")));
  }
}
