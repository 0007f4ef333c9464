package io.kouxin.bot.command;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.pack.Strength;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EvaluateCommandTest {
  private static final String LIBRARY =
      """
      {"id":"price","kind":"objection","label":"嫌贵","phrases":["价格太贵","嫌贵","报价太高"]}
      {"id":"service","kind":"objection","label":"服务差","phrases":["报修没人管","售后电话打不通"]}
      """;
  private static final String GOLD =
      """
      {"id":"1","text":"院长说价格太贵没法谈下周三下午三点再去","tags":["price"],"due_expr":"下周三下午三点","due":"2026-03-11T15:00+08:00"}
      {"id":"2","text":"报修没人管他们很火","tags":["service","price"],"negated":[]}
      {"id":"3","text":"他没嫌贵","tags":[],"negated":["price"],"asr_noise":true}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String gold) throws IOException {
    return evaluate(LIBRARY, gold);
  }

  private int evaluate(String entries, String gold) throws IOException {
    Path library = Files.writeString(folder.resolve("library.jsonl"), entries);
    Path memos = Files.writeString(folder.resolve("gold.jsonl"), gold);
    return evaluate(library, memos, "--now", "2026-03-04T10:30+08:00", "--background", "-");
  }

  private int evaluate(Path library, Path gold, String... more) {
    String[] files = {"--library", library.toString(), "--gold", gold.toString(), "--words-only"};
    return new CommandLine(new EvaluateCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(Stream.of(files, more).flatMap(Stream::of).toArray(String[]::new));
  }

  @Test
  void several_libraries_count_as_one() throws IOException {
    String[] each = LIBRARY.lines().toArray(String[]::new);
    Path price = Files.writeString(folder.resolve("price.jsonl"), each[0]);
    Path service = Files.writeString(folder.resolve("service.jsonl"), each[1]);
    Path gold = Files.writeString(folder.resolve("gold.jsonl"), GOLD);
    assertThat(evaluate(price, gold, "--library", service.toString(), "--background", "-"))
        .isZero();
    assertThat(out.toString()).contains("micro P 100.0% R 66.7% F1 80.0%", "over 3 memos, 3 tags");
  }

  @Test
  void right_wrong_and_missing_tags_are_counted_as_it_is_and_blind_for_literal_phrases()
      throws IOException {
    assertThat(run(GOLD)).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .contains("micro P 100.0% R 66.7% F1 80.0%", "over 3 memos, 3 tags")
        .contains("denied mentions tagged 0.0% (0 of 1)")
        .contains("memos without a tag left so 100.0% (1 of 1)")
        .contains("due exact 100.0% (1 of 1); false alarms 0.0% (0 of 2)")
        .contains("blind for phrases that are said word for word")
        .contains("  price: tp 1 fp 0 fn 1 F1 0.67");
  }

  @Test
  void every_share_is_told_with_what_it_is_a_share_of() throws IOException {
    assertThat(run(GOLD)).isZero();
    assertThat(out.toString())
        .contains("F1 80.0% (2 right of 2 tagged and 3 wanted; 95% of draws")
        .contains("macro P 100.0% R 75.0% F1 83.3% over 2 entries that are wanted")
        .contains("recall@5 66.7% (2 of 3) (tags, then suggestions); exact tag sets 66.7% (2 of 3)")
        .contains("memos heard right F1 80.0% (2 right of 2 tagged and 3 wanted) of 2; misheard")
        .contains("misheard memos F1 0.0% (0 right of 0 tagged and 0 wanted) of 1")
        .contains("due date 100.0% (1 of 1); exact of those that can be told 100.0% (1 of 1)")
        .contains("vague ones left open 0.0% (0 of 0)")
        .contains("memos with other tags than wanted", "  2 +[] -[price] 报修没人管他们很火")
        .endsWith("%n0.8000%n".formatted());
  }

  @Test
  void a_time_may_miss_the_hour_and_keep_the_day_and_a_vague_one_is_none() throws IOException {
    String gold =
        """
        {"id":"1","text":"下周三下午三点再去","tags":[],"due_expr":"下周三","due":"2026-03-11T16:00+08:00"}
        {"id":"2","text":"过阵子再去","tags":[],"due_expr":"过阵子","due":null}
        {"id":"3","text":"下周三下午三点再去","tags":[],"due_expr":"","due":null}
        """;
    assertThat(run(gold)).isZero();
    assertThat(out.toString())
        .contains("due exact 50.0% (1 of 2); false alarms 100.0% (1 of 1)")
        .contains("due date 100.0% (2 of 2); exact of those that can be told 0.0% (0 of 1)")
        .contains("vague ones left open 100.0% (1 of 1)");
  }

  @Test
  void entries_with_fewer_full_utterances_than_the_library_page_aims_at_are_called_thin()
      throws IOException {
    List<String> said =
        IntStream.range(0, Strength.AIM).mapToObj(i -> "\"觉得价格高了第" + i + "次\"").toList();
    String rich = "{\"id\":\"rich\",\"kind\":\"need\",\"phrases\":" + said + "}";
    String poor = "{\"id\":\"poor\",\"kind\":\"need\",\"phrases\":[\"预算\",\"没有预算\"]}";
    String nearly = rich.replace("rich", "nearly").replace("\"觉得价格高了第0次\", ", "");
    assertThat(evaluate(String.join("\n", rich, nearly, poor), GOLD)).isZero();
    assertThat(out.toString())
        .contains(
            "thin entries (fewer than 12 full utterances): 2 of 3%n  with 0: poor%n  with 11: nearly%n"
                .formatted());
  }

  @Test
  void the_whole_entry_is_measured_and_a_broken_one_is_named_and_left_out() throws IOException {
    String library =
        """
        {"id":"price","kind":"objection","phrases":["别的说法是这样"],"aliases":["价格太贵"],"negative-phrases":["没嫌贵"]}
        {"id":"service","kind":"objektion","phrases":["报修没人管","售后电话打不通"]}
        """;
    assertThat(evaluate(library, GOLD)).isZero();
    assertThat(err.toString())
        .contains("library.jsonl:2:24: \"objektion\" will not do for \"kind\"")
        .contains("library.jsonl:2:1: entry service is left out");
    assertThat(out.toString()).contains("  price: tp 1 fp 0 fn 1", "  service: tp 0 fp 0 fn 1");
  }

  @Test
  void a_library_of_which_nothing_can_be_read_is_no_library() throws IOException {
    assertThat(evaluate("{\"id\":\"a\"}", GOLD)).isEqualTo(1);
    assertThat(err.toString()).contains("library.jsonl: no entry of this library can be used");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"id\":\"1\"};a labelled memo needs \"text\"",
        "{\"id\":\"1\",\"text\":\"x\",\"tags\":[],\"due\":\"tomorrow\"};\"due\" is no time",
        "nonsense;gold.jsonl"
      })
  void a_broken_line_is_named_with_its_file_and_number(String line, String said)
      throws IOException {
    assertThat(run(line)).isEqualTo(1);
    assertThat(err.toString()).contains(said, "gold.jsonl", "1");
  }

  @Test
  void the_labelled_memos_of_the_project_can_be_measured() {
    Path folder = labelled();
    assertThat(evaluate(folder.resolve("zh-library.jsonl"), folder.resolve("zh-a.jsonl"))).isZero();
    assertThat(out.toString()).contains("over 130 memos, 111 tags", "most confused");
  }

  @Test
  void the_english_memos_can_be_measured_as_they_were_heard() {
    Path general = labelled().resolveSibling("../templates/packs/general/library.yaml");
    assertThat(evaluate(general, labelled().resolve("en-heard.jsonl"))).isZero();
    assertThat(out.toString())
        .contains("over 16 memos, 13 tags")
        .containsPattern("misheard memos F1 .* of 16\\n");
  }

  @Test
  void a_heard_memo_keeps_what_was_labelled_and_said() throws Exception {
    List<GoldMemo> written = GoldMemo.read(labelled().resolve("en.jsonl")).subList(0, 16);
    List<GoldMemo> heard = GoldMemo.read(labelled().resolve("en-heard.jsonl"));
    for (int i = 0; i < written.size(); i++) {
      GoldMemo said = written.get(i);
      GoldMemo same =
          new GoldMemo(
              said.id(),
              heard.get(i).text(),
              said.tags(),
              said.negated(),
              said.asksForTime(),
              said.due(),
              true);
      assertThat(heard.get(i)).isEqualTo(same);
      assertThat(heard.get(i).text()).isNotBlank().isNotEqualTo(said.text());
    }
    assertThat(heard).hasSameSizeAs(written);
  }

  private static Path labelled() {
    return Path.of(System.getProperty("kouxin.root", ".."), "deploy", "labelled");
  }

  @Test
  void in_folds_each_memo_is_measured_by_a_library_that_has_not_seen_it() throws IOException {
    Path library = Files.writeString(folder.resolve("library.jsonl"), LIBRARY);
    String memo =
        "{\"id\":\"%d\",\"text\":\"这次院长说价格还是太贵没法谈\",\"tags\":[\"price\"],\"negated\":[]}%n";
    String alike = IntStream.range(0, 3).mapToObj(memo::formatted).collect(joining());
    Path gold = Files.writeString(folder.resolve("gold.jsonl"), alike);
    assertThat(evaluate(library, gold, "--folds", "3")).isZero();
    String[] measured =
        out.toString().split("in 3 parts, each by a library calibrated on the others:");
    assertThat(measured[0]).contains("F1 0.0% (0 right of 0 tagged and 3 wanted"); // said by all
    assertThat(measured[1]).contains("F1 100.0% (3 right of 3 tagged and 3 wanted", "blind for");
  }

  @ParameterizedTest
  @CsvSource({
    "--folds 1,--folds takes 2 parts or more",
    "--folds -5,--folds takes 2 parts or more",
    "--folds 4,no more than memos: here 3",
    "--folds 3 --background -,leave out --background",
    "--folds five,Invalid value for option '--folds'",
  })
  void folds_that_make_no_sense_are_wrong_use(String options, String said) throws IOException {
    Path library = Files.writeString(folder.resolve("library.jsonl"), LIBRARY);
    Path gold = Files.writeString(folder.resolve("gold.jsonl"), GOLD);
    assertThat(evaluate(library, gold, options.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(said);
    assertThat(out.toString()).isEmpty();
  }
}
