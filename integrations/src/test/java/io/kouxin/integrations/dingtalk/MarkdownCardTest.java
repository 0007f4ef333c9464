package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.TapCode;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkdownCardTest {
  private static final Pattern LINK =
      Pattern.compile("\\(dtmd://dingtalkclient/sendMessage\\?content=([^)]*)\\)");
  private static final Card CARD =
      new Card(
          "华康医院 · 张主任",
          "昨天 15:00",
          "说比迈瑞*贵*。\n[点我](dtmd://x)",
          List.of(new Card.Row("下一步", "联合内镜")),
          List.of(new Card.Option("price", "价格", true), new Card.Option("trust", "信任", false)),
          List.of(button("confirm", "没问题"), button("edit", "改 一下")),
          List.of(button("drop", "算了")),
          Optional.empty());

  private static Card.Button button(String action, String label) {
    return new Card.Button(action, label, Card.Style.NORMAL);
  }

  private static String text(Card card) {
    return MarkdownCard.of("card-1", card, DingTalkChannel.LIMITS)
        .content()
        .get("text")
        .getAsString();
  }

  private static List<String> taps(String text) {
    return LINK.matcher(text)
        .results()
        .map((MatchResult link) -> URLDecoder.decode(link.group(1), UTF_8))
        .toList();
  }

  @Test
  void everything_on_a_card_is_in_its_text() {
    assertThat(text(CARD))
        .startsWith("#### 华康医院 · 张主任\n\n> 昨天 15:00\n\n")
        .contains("- **下一步** 联合内镜")
        .contains("- ☑ [价格](")
        .contains("- ☐ [信任](");
  }

  private static String said(String action, String option) {
    List<String> ticked = option.isEmpty() ? List.of() : List.of(option);
    return TapCode.choices("card-1", CARD).stream()
        .filter(choice -> choice.action().equals(action) && choice.ticked().equals(ticked))
        .map(choice -> choice.code().words())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void each_button_and_option_says_words_that_are_its_tap() {
    assertThat(taps(text(CARD)))
        .containsExactly(
            said("confirm", "price"),
            said("confirm", "trust"),
            said("confirm", ""),
            said("edit", ""),
            said("drop", ""))
        .allSatisfy(words -> assertThat(TapCode.in(words)).isPresent());
    assertThat(text(CARD)).doesNotContain("+");
  }

  @Test
  void what_people_wrote_stays_what_they_wrote() {
    assertThat(text(CARD)).contains("说比迈瑞\\*贵\\*。  \n\\[点我\\](dtmd://x)");
    assertThat(Markdown.of("# a\n- b\n1. c\n> d\n`e` <f> g_h ~i~ |j|"))
        .isEqualTo("\\# a  \n\\- b  \n1\\. c  \n\\> d  \n\\`e\\` \\<f> g\\_h \\~i\\~ \\|j\\|");
    assertThat(Markdown.line("a\n\nb\u0007")).isEqualTo("a b");
  }

  @Test
  void a_settled_card_has_nothing_left_to_tap() {
    String text = text(CARD.settledAs("已存 15:02"));
    assertThat(taps(text)).isEmpty();
    assertThat(text).endsWith("> 已存 15:02");
  }

  @Test
  void the_fullest_card_fits_in_one_message() {
    String wide = "\"贵\\".repeat(300);
    var full =
        new Card(
            wide,
            wide,
            wide,
            IntStream.range(0, 20).mapToObj(i -> new Card.Row(wide, wide)).toList(),
            IntStream.range(0, 20).mapToObj(i -> new Card.Option("o" + i, wide, false)).toList(),
            IntStream.range(0, 20).mapToObj(i -> button("b" + i, wide)).toList(),
            List.of(),
            Optional.empty());
    Saying saying = MarkdownCard.of("k", full, DingTalkChannel.LIMITS);
    assertThat(saying.content().toString().getBytes(UTF_8)).hasSizeLessThan(15_000);
  }

  @Test
  void a_card_without_a_title_still_announces_itself() {
    assertThat(
            MarkdownCard.of("k", Card.of("", "b"), DingTalkChannel.LIMITS)
                .content()
                .get("title")
                .getAsString())
        .isNotBlank();
  }
}
