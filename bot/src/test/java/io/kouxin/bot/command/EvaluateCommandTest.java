package io.kouxin.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    Path library = Files.writeString(folder.resolve("library.jsonl"), LIBRARY);
    Path memos = Files.writeString(folder.resolve("gold.jsonl"), gold);
    List<String> args =
        List.of(
            "--library",
            library.toString(),
            "--gold",
            memos.toString(),
            "--now",
            "2026-03-04T10:30+08:00",
            "--background",
            "-",
            "--words-only");
    return new CommandLine(new EvaluateCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args.toArray(String[]::new));
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
    Path folder = Path.of(System.getProperty("kouxin.root", ".."), "deploy", "labelled");
    int done =
        new CommandLine(new EvaluateCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(
                "--library",
                folder.resolve("zh-library.jsonl").toString(),
                "--gold",
                folder.resolve("zh-a.jsonl").toString(),
                "--words-only");
    assertThat(done).isZero();
    assertThat(out.toString()).contains("over 130 memos, 111 tags", "most confused");
  }
}
