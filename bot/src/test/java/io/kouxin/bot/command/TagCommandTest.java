package io.kouxin.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TagCommandTest {
  private static final String YAML =
      """
      entries:
        - id: price
          kind: objection
          label: 嫌贵
          severity: high
          playbook: price
          phrases:
            - 价格太贵
            - 嫌贵
        - id: pain
          kind: need
          label: 术后镇痛
          phrases: [患者投诉疼痛管理不到位, 术后疼得睡不着]
      """;
  private static final String MEMO =
      "{\"id\":\"m1\",\"text\":\"检验科刘主任说价格太贵，给三十万预算，下周三下午三点再去\",\"tags\":[\"ignored\"]}";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    var clock = Clock.fixed(Instant.parse("2026-03-04T02:30:00Z"), ZoneId.of("Asia/Shanghai"));
    return new CommandLine(new TagCommand(clock))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(Stream.concat(Stream.of(args), Stream.of("--words-only")).toArray(String[]::new));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void writes_one_line_a_memo_with_the_promised_fields() throws IOException {
    int code =
        run(
            "--library",
            file("library.yaml", YAML),
            "--input",
            file("in.jsonl", MEMO + "\n\n" + MEMO));
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode line = JsonMapper.shared().readTree(lines.getFirst());
    assertThat(line.propertyNames())
        .containsExactly(
            "id",
            "tags",
            "suggestions",
            "due",
            "dueText",
            "nextAction",
            "people",
            "amounts",
            "evidence");
    assertThat(line.at("/tags/0").asString()).isEqualTo("price");
    assertThat(line.at("/due").asString()).isEqualTo("2026-03-11T15:00:00+08:00");
    assertThat(line.at("/dueText").asString()).isEqualTo("下周三下午三点");
    assertThat(line.at("/nextAction").asString()).isEqualTo("再去");
    assertThat(line.at("/people/0/name").asString()).isEqualTo("刘主任");
    assertThat(line.at("/amounts/0/value").asInt()).isEqualTo(300_000);
    assertThat(line.at("/evidence/price/0/text").asString()).isEqualTo("价格太贵");
  }

  @Test
  void reads_json_lines_and_writes_a_file() throws IOException {
    String library =
        file(
            "library.jsonl",
            "{\"id\":\"price\",\"kind\":\"objection\",\"label\":\"嫌贵\",\"phrases\":[\"价格太贵\"],\"industry\":\"通用\"}\n");
    Path output = folder.resolve("out.jsonl");
    int code =
        run(
            "--library",
            library,
            "--input",
            file("in.jsonl", MEMO),
            "--output",
            output.toString(),
            "--now",
            "2026-03-05T09:00+08:00");
    assertThat(code).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(Files.readString(output))
        .contains("\"tags\":[\"price\"]")
        .contains("2026-03-11T15:00:00+08:00");
  }

  @Test
  void a_bad_line_is_named_with_file_and_line() throws IOException {
    String library = file("library.yaml", YAML);
    assertThat(run("--library", library, "--input", file("in.jsonl", MEMO + "\n{oops")))
        .isEqualTo(1);
    assertThat(err.toString()).contains("in.jsonl:2: not JSON");
    assertThat(run("--library", library, "--input", file("in.jsonl", "{\"id\":\"a\"}")))
        .isEqualTo(1);
    assertThat(err.toString()).contains("in.jsonl:1: a memo needs \"text\"");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aliases_and_negative_phrases_count_as_in_the_service() throws IOException {
    String library =
        """
        entries:
          - id: crane
            kind: need
            label: 要吊装
            phrases: [工地上要吊装, 东西要吊装进场]
            aliases: [汽车吊]
            negative-phrases: [塔吊]
        """;
    String memos =
        """
        {"id":"named","text":"今天叫了汽车吊"}
        {"id":"said","text":"工地上要吊装电梯进不去"}
        {"id":"misleading","text":"工地上塔吊要吊装电梯进不去"}
        """;
    assertThat(run("--library", file("library.yaml", library), "--input", file("in.jsonl", memos)))
        .isZero();
    assertThat(out.toString().lines())
        .satisfiesExactly(
            named -> assertThat(named).contains("\"tags\":[\"crane\"]"),
            said -> assertThat(said).contains("\"tags\":[\"crane\"]"),
            misleading -> assertThat(misleading).contains("\"tags\":[]"));
  }

  @Test
  void a_broken_entry_is_named_with_all_its_flaws_and_the_memos_are_tagged_with_the_rest()
      throws IOException {
    String input = file("in.jsonl", MEMO);
    String wrong = YAML.replace("kind: need", "kind: wish").replace("label: 术后镇痛", "lable: 镇痛");
    assertThat(run("--library", file("library.yaml", wrong), "--input", input)).isZero();
    assertThat(err.toString().lines())
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("library.yaml:10:5: entry pain is left out"),
            line -> assertThat(line).contains("library.yaml:10:5: \"label\" is missing"),
            line ->
                assertThat(line)
                    .contains(
                        "library.yaml:11:11: \"wish\" will not do for \"kind\"; write one of need, objection, competitor, stakeholder, milestone"),
            line -> assertThat(line).contains("library.yaml:12:5: nobody knows the field"));
    assertThat(out.toString()).contains("\"tags\":[\"price\"]");
  }

  @Test
  void a_broken_line_of_a_library_costs_that_line_alone() throws IOException {
    String library =
        """
        {"id":"price","kind":"objection","label":"嫌贵","phrases":["价格太贵"]}
        {"id":"pain","kind":"need"
        {"id":"price","kind":"need","label":"又一个","phrases":["给三十万预算"]}
        """;
    assertThat(run("--library", file("library.jsonl", library), "--input", file("in.jsonl", MEMO)))
        .isZero();
    assertThat(err.toString())
        .contains("library.jsonl:2:", "this is no JSON")
        .contains("library.jsonl:3:7: \"price\" is an entry already; give it another id");
    assertThat(out.toString()).contains("\"tags\":[\"price\"]");
  }

  @Test
  void a_library_of_which_nothing_can_be_read_is_named_with_file_and_line() throws IOException {
    String input = file("in.jsonl", MEMO);
    String wrong = YAML.replace("kind: need", "kind: wish").replace("objection", "grief");
    assertThat(run("--library", file("library.yaml", wrong), "--input", input)).isEqualTo(1);
    assertThat(err.toString())
        .contains("library.yaml:3:11: \"grief\" will not do", "library.yaml:11:11: \"wish\"")
        .endsWith("library.yaml: no entry of this library can be used" + System.lineSeparator());
    assertThat(run("--library", file("broken.yaml", "entries:\n  - id: [a\n"), "--input", input))
        .isEqualTo(1);
    assertThat(err.toString()).contains("broken.yaml:").contains("this is no YAML");
    assertThat(run("--library", file("none.yaml", "title: x\n"), "--input", input)).isEqualTo(1);
    assertThat(err.toString()).contains("none.yaml:1:1: \"entries\" is missing");
    assertThat(run("--library", file("empty.jsonl", "\n"), "--input", input)).isEqualTo(1);
    assertThat(err.toString()).contains("empty.jsonl: the library has no entries");
    assertThat(run("--library", folder.resolve("absent.yaml").toString(), "--input", input))
        .isEqualTo(1);
    assertThat(err.toString()).contains("absent.yaml: there is no such file");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void text_that_is_not_utf_8_is_refused() throws IOException {
    Path input = folder.resolve("gbk.jsonl");
    Files.write(input, new byte[] {'{', (byte) 0xC4, (byte) 0xE3, '}'});
    assertThat(run("--library", file("library.yaml", YAML), "--input", input.toString()))
        .isEqualTo(1);
    assertThat(err.toString()).contains("not UTF-8");
  }

  @Test
  void wrong_use_is_told_from_a_failure() throws IOException {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--library", file("library.yaml", YAML), "--now", "tomorrow")).isEqualTo(2);
    assertThat(err.toString()).contains("no ISO-8601 time");
  }

  @Test
  void an_entry_without_phrases_is_left_out_and_named() throws IOException {
    String library =
        file("library.yaml", YAML + "  - {id: empty, kind: need, label: x, phrases: []}\n");
    assertThat(run("--library", library, "--input", file("in.jsonl", MEMO))).isZero();
    assertThat(err.toString()).contains("library.yaml:14:5: entry empty is left out");
    assertThat(out.toString()).contains("\"tags\":[\"price\"]");
  }

  @Test
  void an_entry_whose_phrases_have_no_word_is_left_out_and_named_with_its_line()
      throws IOException {
    String library =
        file("library.yaml", YAML + "  - {id: dots, kind: need, label: x, phrases: [……]}\n");
    assertThat(run("--library", library, "--input", file("in.jsonl", MEMO))).isZero();
    assertThat(err.toString()).contains("library.yaml:14:5: entry dots is left out: none of its");
    assertThat(out.toString()).contains("\"tags\":[\"price\"]");
  }
}
