package io.kouxin.integrations.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CardTest {
  private static final Limits SMALL = new Limits(8, 6, 20, 2, 3, 5, 2, 2, 4, 3, 100, true, true);

  @Test
  void cuts_every_text_to_its_limit_and_keeps_head_and_tail() {
    Card cut = crowded().within(SMALL);
    assertThat(cut.title()).hasSize(8).startsWith("上海市第一").endsWith("医院");
    assertThat(cut.subtitle()).hasSize(6);
    assertThat(cut.body()).hasSize(20);
    assertThat(cut.rows())
        .allSatisfy(row -> assertThat(row.label().length()).isLessThanOrEqualTo(3))
        .allSatisfy(row -> assertThat(row.value().length()).isLessThanOrEqualTo(5));
    assertThat(cut.buttons()).allSatisfy(button -> assertThat(button.label()).hasSize(4));
  }

  @Test
  void cuts_lists_to_their_limit() {
    Card cut = crowded().within(SMALL);
    assertThat(cut.rows()).hasSize(2);
    assertThat(cut.options()).hasSize(2);
    assertThat(cut.buttons()).hasSize(2);
    assertThat(cut.menu()).hasSize(3);
  }

  @Test
  void moves_buttons_that_do_not_fit_to_the_front_of_the_menu() {
    assertThat(crowded().within(SMALL).menu().stream().map(Card.Button::action))
        .containsExactly("b2", "b3", "quote");
  }

  @Test
  void leaves_what_fits_as_it_is() {
    var fits = Card.of("华康医院", "比迈瑞贵").withButtons(List.of(button("ok", "没问题")));
    assertThat(fits.within(SMALL)).isEqualTo(fits);
  }

  @Test
  void is_within_limits_after_one_cut() {
    Card once = crowded().within(SMALL);
    assertThat(once.within(SMALL)).isEqualTo(once);
  }

  @Test
  void has_nothing_left_to_tap_once_it_is_settled() {
    Card settled = crowded().settledAs("已存 15:02");
    assertThat(settled.buttons()).isEmpty();
    assertThat(settled.menu()).isEmpty();
    assertThat(settled.options()).isEmpty();
    assertThat(settled.within(SMALL).settled()).contains("已存 15:02");
  }

  private static Card crowded() {
    return new Card(
        "上海市第一人民医院华康分院区医院",
        "28秒语音，已先存好",
        "张主任说关节镜手术后患者投诉疼痛管理不到位，而且比迈瑞贵，下周三下午三点再去。",
        IntStream.range(0, 4).mapToObj(i -> new Card.Row("下一步骤", "联合内镜演示" + i)).toList(),
        IntStream.range(0, 4).mapToObj(i -> new Card.Option("o" + i, "选项" + i, i == 0)).toList(),
        IntStream.range(0, 4).mapToObj(i -> button("b" + i, "加：术后疼痛" + i)).toList(),
        List.of(button("quote", "看原话"), button("drop", "不要这条")),
        Optional.empty());
  }

  private static Card.Button button(String action, String label) {
    return new Card.Button(action, label, Card.Style.NORMAL);
  }
}
