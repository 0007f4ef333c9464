package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Option;
import io.kouxin.integrations.channel.Card.Row;
import io.kouxin.integrations.channel.Card.Style;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CardFaceTest {
  private static final Card DRAFT =
      new Card(
          "华康医院 · 张主任",
          "28秒语音，已先存好",
          "“比迈瑞贵”",
          List.of(new Row("顾虑", "比迈瑞贵"), new Row("时间", "周三 15:00")),
          List.of(new Option("price", "嫌贵", true), new Option("time", "等太久", false)),
          List.of(
              new Button("ok:1", "没问题", Style.PRIMARY),
              new Button("change:1", "改一下", Style.NORMAL)),
          List.of(new Button("drop:1", "不要这条", Style.DANGER)),
          Optional.empty());

  private static List<Fields> buttons(JsonObject face) {
    return Fields.read(face.get("sys_full_json_obj").getAsString())
        .orElseThrow()
        .objects("msgButtons");
  }

  private static List<String> texts(JsonObject face) {
    return buttons(face).stream().map(button -> button.words("text")).toList();
  }

  @Test
  void rows_and_words_are_markdown_below_the_title() {
    JsonObject face = CardFace.of(DRAFT);
    assertThat(face.get("title").getAsString()).isEqualTo("华康医院 · 张主任");
    assertThat(face.get("markdown").getAsString())
        .isEqualTo("> 28秒语音，已先存好\n\n“比迈瑞贵”\n\n- **顾虑** 比迈瑞贵\n- **时间** 周三 15:00");
    assertThat(face.get("tips").getAsString()).isEmpty();
  }

  @Test
  void buttons_ticks_and_menu_call_back_with_their_action() {
    JsonObject face = CardFace.of(DRAFT);
    assertThat(texts(face)).containsExactly("没问题", "改一下", "☑ 嫌贵", "☐ 等太久", "不要这条");
    assertThat(buttons(face)).allMatch(button -> button.yes("request"));
    assertThat(buttons(face).stream().map(button -> button.words("color")))
        .containsExactly("blue", "gray", "gray", "gray", "red");
    assertThat(buttons(face).get(2).words("id")).isEqualTo("ok:1\nprice");
    assertThat(buttons(face).getLast().words("id")).isEqualTo("drop:1");
  }

  @Test
  void a_settled_card_has_a_line_and_no_buttons() {
    JsonObject face = CardFace.of(DRAFT.settledAs("已存 15:02"));
    assertThat(face.get("tips").getAsString()).isEqualTo("已存 15:02");
    assertThat(buttons(face)).isEmpty();
  }

  @Test
  void a_card_without_title_or_buttons_is_one_too() {
    JsonObject face = CardFace.of(Card.of("", ""));
    assertThat(face.get("title").getAsString()).isEqualTo("…");
    assertThat(buttons(face)).isEmpty();
  }

  @Test
  void what_people_said_makes_no_markdown() {
    JsonObject face = CardFace.of(Card.of("t", "# 标题 [x](http://y)"));
    assertThat(face.get("markdown").getAsString()).isEqualTo("\\# 标题 \\[x\\](http://y)");
  }

  @Test
  void every_variable_fits_whatever_the_card() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      JsonObject face = CardFace.of(card(random));
      assertThat(face.asMap())
          .as("seed %d", seed)
          .allSatisfy(
              (name, value) ->
                  assertThat(value.getAsString().getBytes(UTF_8))
                      .as(name)
                      .hasSizeLessThanOrEqualTo(CardFace.VALUE));
    }
  }

  private static Card card(Random random) {
    return new Card(
        words(random, 80),
        words(random, 100),
        words(random, 900),
        some(random, 12).mapToObj(n -> new Row(words(random, 20), words(random, 120))).toList(),
        some(random, 9).mapToObj(n -> new Option("o" + n, words(random, 60), n == 0)).toList(),
        some(random, 9).mapToObj(n -> button(random, n)).toList(),
        some(random, 9).mapToObj(n -> button(random, n)).toList(),
        random.nextInt(5) == 0 ? Optional.of(words(random, 60)) : Optional.empty());
  }

  private static Button button(Random random, int number) {
    String action = "a" + number + "x".repeat(random.nextInt(125));
    return new Button(action, words(random, 20), Style.values()[random.nextInt(3)]);
  }

  private static IntStream some(Random random, int most) {
    return IntStream.range(0, random.nextInt(most));
  }

  private static String words(Random random, int most) {
    String alphabet = "客户张主任嫌贵*_[]#\"\\\n 😀ab1";
    int[] all = alphabet.codePoints().toArray();
    var words = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      words.appendCodePoint(all[random.nextInt(all.length)]);
    }
    return words.toString();
  }

  @Test
  void where_not_all_fits_the_least_wanted_goes_first() {
    List<Button> many =
        IntStream.range(0, 6)
            .mapToObj(n -> new Button(n + "-".repeat(120), "按钮" + n, Style.NORMAL))
            .toList();
    var card = new Card("t", "", "", List.of(), List.of(), many, DRAFT.menu(), Optional.empty());
    assertThat(texts(CardFace.of(card))).startsWith("按钮0", "按钮1").doesNotContain("不要这条");
  }
}
