package io.kouxin.bot.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
  private final Wording wording = Wording.classPath("/messages");
  private final Sentences chinese = wording.in(Locale.CHINA);

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        // A clause goes with its variable, and the mark of the sentence stays.
        "{a}，顾虑“{x}”，{b}。没问题不用回。 # A，B。没问题不用回。",
        "{a}，顾虑“{b}”，{x}。没问题不用回。 # A，顾虑“B”。没问题不用回。",
        "{x}，{a}。 # A。",
        "{x}。{a}。 # A。",
        "{a}。{x}，{x}。{b}？ # A。B？",
        "在意 {a}｜顾虑 {x}｜时间 {x} # 在意 A",
        "在意 {x}｜顾虑 {a}｜时间 {b} # 顾虑 A｜时间 B",
        "今天{a}件：{b}；{x}；{x}。 # 今天A件：B。",
        "{x} # ''",
        // Lists lose an item, not their clause.
        "分开记了：{a}、{x}。 # 分开记了：A。",
        "这几样用得上：{x}、{a}、{b}。点开看。 # 这几样用得上：A、B。点开看。",
        "这几样用得上：{x}、{x}。点开看。 # 点开看。",
        "{a}·{x}：{b}。 # A：B。",
        "{a} · {x} # A",
        "你、{x}和管理员看得到；说“删掉”。 # 说“删掉”。",
        // Brackets are a remark; quotes are what the clause is about.
        "{a}（{x}）给口信发了消息，是新同事吗？ # A给口信发了消息，是新同事吗？",
        "碰到“{x}”。他打算{a}。 # 他打算A。",
        "直接说“不是价格，是{a}”，{x}。 # 直接说“不是价格，是A”。",
        // English.
        "saved for {a}, worried about \"{x}\", next {b}. No need to answer. # saved for A, next B."
            + " No need to answer.",
        "{x} is late, {a} waits. # A waits.",
        "because {x}, we wait until {a}. # We wait until A.",
        "Call {a} at 15:00, it is 3.5 km to {x}. # Call A at 15:00.",
        "{a} | {x} | {b} # A | B",
        "Run java -jar kouxin.jar fetch {a}; offline see {x} # Run java -jar kouxin.jar fetch A",
      })
  void an_empty_variable_takes_its_clause_and_leaves_sane_punctuation(String text, String said) {
    assertThat(fill(text, Map.of("a", "A", "b", "B", "x", ""))).isEqualTo(said);
  }

  @Test
  void blank_absent_and_empty_optional_are_all_empty() {
    Map<String, Object> values = new HashMap<>(Map.of("a", "A", "b", " \n "));
    values.put("c", Optional.empty());

    assertThat(fill("一{a}，二{b}，三{c}，四{d}。", values)).isEqualTo("一A。");
    assertThat(fill("一{a}。", Map.of("a", Optional.of("有")))).isEqualTo("一有。");
  }

  @Test
  void a_value_with_marks_or_braces_in_it_is_only_a_value() {
    assertThat(fill("他说：“{a}”，{b}。", Map.of("a", "贵，{b}；$1。\\", "b", "周三")))
        .isEqualTo("他说：“贵，{b}；$1。\\”，周三。");
  }

  @Test
  void what_is_too_long_loses_the_middle_of_its_longest_quote() {
    String quote = "开头" + "很".repeat(200) + "结尾";

    String said = fill("{rep}在{customer}：“{quote}”，{due}。", quoteOf(quote));

    assertThat(said).hasSize(120).startsWith("张三在华康医院：“开头").endsWith("很结尾”，3月18日 15:00。");
    assertThat(said).containsOnlyOnce("…");
  }

  @Test
  void numbers_times_and_links_are_never_cut() {
    String link = "https://example.com/" + "a".repeat(80);
    String said =
        fill(
            "{n}条，{due}，看 {link}，{quote}。",
            Map.of("n", 1_234_567, "due", "下周三 15:00", "link", link, "quote", "啰".repeat(90)));

    assertThat(said).contains("1234567条", "下周三 15:00", link).contains("…");
  }

  @Test
  void a_cut_never_parts_one_character() {
    String said = fill("{a}", Map.of("a", "𠮷".repeat(300)));

    assertThat(said.codePointCount(0, said.length())).isEqualTo(120);
    assertThat(said.codePoints()).allMatch(c -> c == '…' || c == "𠮷".codePointAt(0));
  }

  @Test
  void whatever_is_put_in_the_text_is_never_longer_than_its_limit() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      Map<String, String> values = new HashMap<>();
      for (String name : new String[] {"a", "b", "c", "d"}) {
        values.put(name, "字".repeat(random.nextInt(200)));
      }
      String said = fill("在意{a}，顾虑“{b}”；下一步{c}、{d}。", values);
      assertThat(said.length()).as("seed %d", seed).isLessThanOrEqualTo(120);
      assertThat(said).as("seed %d", seed).doesNotContain("“”", "，。", "；。", "，，", "{");
    }
  }

  @Test
  void a_card_title_has_a_limit_of_its_own() {
    String title =
        chinese.say("draft.title", Map.of("customer", "院".repeat(40), "contact", "刘主任"), 26);

    assertThat(title).hasSize(26).endsWith(" · 刘主任");
  }

  @Test
  void an_unknown_key_is_a_bug_that_names_the_key() {
    assertThatThrownBy(() -> chinese.say("draft.titel"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("draft.titel");
  }

  @Test
  void english_for_english_and_chinese_for_everybody_else() {
    assertThat(wording.in(Locale.UK).button("ok")).isEqualTo("All good");
    assertThat(wording.in(Locale.CHINA).button("ok")).isEqualTo("没问题");
    assertThat(wording.in(Locale.FRENCH).button("ok")).isEqualTo("没问题");
  }

  @Test
  void a_nested_block_of_the_file_is_its_dotted_keys() {
    assertThat(chinese.keys()).contains("reminder.at", "reminder.created");
    assertThat(chinese.variables("draft.title")).containsExactly("customer", "contact");
  }

  @Test
  void a_number_without_quotes_is_refused_with_its_key() {
    assertThatThrownBy(() -> Wording.classPath("/messages/broken"))
        .hasMessageContaining("zh-CN.yaml")
        .hasMessageContaining("draft.count");
  }

  @Test
  void a_missing_file_is_named() {
    assertThatThrownBy(() -> Wording.classPath("/nowhere"))
        .hasMessageContaining("/nowhere/zh-CN.yaml");
  }

  private static Map<String, String> quoteOf(String quote) {
    return Map.of("rep", "张三", "customer", "华康医院", "quote", quote, "due", "3月18日 15:00");
  }

  private static String fill(String text, Map<String, ?> values) {
    return Template.of(text).fill(Values.of(values), Sentences.LONGEST);
  }
}
