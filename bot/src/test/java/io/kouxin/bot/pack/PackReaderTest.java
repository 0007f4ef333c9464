package io.kouxin.bot.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.tagging.LibraryEntry;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackReaderTest {
  private final PackReader reader = new PackReader(id -> Optional.empty());

  @Test
  void a_sound_pack_is_read_with_all_its_parts() {
    PackReading reading = reader.read(SamplePack.sound().files());

    assertThat(reading.problems()).isEmpty();
    Pack pack = reading.pack().orElseThrow();
    assertThat(pack.id()).isEqualTo("sample");
    assertThat(pack.version()).isEqualTo("1.0.0");
    assertThat(pack.name()).containsEntry(Locale.ENGLISH, "Sample");
    assertThat(pack.library()).extracting(LibraryItem::id).contains("too-dear");
    assertThat(pack.playbooks().getFirst().items()).containsExactly("总花费对比表");
    assertThat(pack.playbooks().getFirst().body()).isEqualTo("## 先问\n跟谁比？");
    assertThat(pack.examples())
        .containsExactly(new Example("嫌贵", Locale.CHINESE, List.of("too-dear"), "short"));
  }

  @Test
  void an_entry_carries_its_severity_its_playbook_and_its_question() {
    Pack pack = reader.read(SamplePack.sound().files()).pack().orElseThrow();

    LibraryItem dear = pack.library().getFirst();
    assertThat(dear.entry().kind()).isEqualTo(LibraryEntry.Kind.OBJECTION);
    assertThat(dear.entry().phrases()).containsExactly("价格太高", "比别家贵");
    assertThat(dear.severity()).isEqualTo(LibraryItem.Severity.HIGH);
    assertThat(dear.playbook()).contains("price");
    assertThat(dear.ask().orElseThrow().choices())
        .containsExactly(
            new Ask.Choice("比以前贵", Optional.of("dearer-than-before")),
            new Ask.Choice("没细说", Optional.empty()));
    assertThat(pack.library().getLast().severity()).isEqualTo(LibraryItem.Severity.NORMAL);
  }

  @Test
  void a_pack_says_how_much_and_when() {
    Manners manners =
        reader.read(SamplePack.sound().files()).pack().flatMap(Pack::manners).orElseThrow();

    assertThat(manners.repliesPerMemo()).isEqualTo(3);
    assertThat(manners.workingDays())
        .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);
    assertThat(manners.morningList()).isEqualTo(LocalTime.of(8, 20));
    assertThat(manners.joinWithin()).isEqualTo(Duration.ofMinutes(45));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "library.yaml|kind: objection|kind: needs|library.yaml:3:11: \"needs\" will not do",
        "library.yaml|id: dearer-than-before|id: too-dear|library.yaml:17:9: \"too-dear\" is an",
        "library.yaml|playbook: price|playbook: prize|library.yaml:8:15: there is no playbook",
        "library.yaml|entry: dearer|entry: nearer|library.yaml:12:32: there is no entry",
        "library.yaml|[涨价了]|[]|library.yaml:21:14: nobody would ever say this",
        "library.yaml|[涨价了]|['']|library.yaml:21:15: \"phrases\" is empty",
        "library.yaml|[涨价了]|涨价了|library.yaml:21:14: \"phrases\" must be a list",
        "library.yaml|[涨价了]|[涨价了, 涨价了]|library.yaml:21:20: \"涨价了\" stands here twice",
        "library.yaml|label: 嫌贵|lable: 嫌贵|library.yaml:4:5: nobody knows the field \"lable\"",
        "library.yaml|label: 嫌贵|lable: 嫌贵|library.yaml:2:5: \"label\" is missing",
        "library.yaml|severity: high|severity: awful|write one of normal, high",
        "library.yaml|label: 没细说|label: 这个按钮上的字实在太多|library.yaml:13:19:",
        "library.yaml|language: zh|language: [zh|library.yaml:6:13: this is no YAML",
        "pack.yaml|version: 1.0.0|version: newest|pack.yaml:2:10: \"newest\" will not do",
        "pack.yaml|\"22:00-07:00\"|late|pack.yaml:15:16: \"late\" will not do",
        "pack.yaml|[MONDAY, SATURDAY]|[Moonday]|pack.yaml:13:18: \"Moonday\" is no day",
        "pack.yaml|replies-per-memo: 3|replies-per-memo: 0|pack.yaml:9:21: \"0\" will not do",
        "pack.yaml|requires: []|requires: [other]|pack.yaml:7:12: the pack \"other\" is not here",
        "pack.yaml|id: sample|id: ../etc|pack.yaml:1:5: \"../etc\" will not do",
        "playbooks/price.md|[too-dear]|[too-deer]|playbooks/price.md:4:7: there is no entry",
        "playbooks/price.md|title:|titel:|playbooks/price.md:3:1: nobody knows the field",
        "examples.jsonl|[\"too-dear\"]|[\"gone\"]|examples.jsonl:1:1: there is no entry \"gone\"",
        "examples.jsonl|{\"text\":|{\"text\"|examples.jsonl:1:8: this is no JSON",
      })
  void a_broken_line_is_named_with_file_line_and_what_is_wrong(
      String file, String old, String broken, String problem) {
    PackReading reading = reader.read(SamplePack.sound().replacing(file, old, broken).files());

    assertThat(reading.isSound()).isFalse();
    assertThat(reading.problems())
        .extracting(PackProblem::toString)
        .anyMatch(p -> p.contains(problem));
    assertThat(reading.problems()).allSatisfy(p -> assertThat(p.remedy()).isNotBlank());
  }

  @Test
  void a_tab_instead_of_blanks_is_named_where_it_stands() {
    assertThat(
            problems(
                SamplePack.sound().replacing("library.yaml", "\n    label: 嫌贵", "\n\tlabel: 嫌贵")))
        .anyMatch(p -> p.startsWith("library.yaml:4:1: this is no YAML: found character '\\t"));
  }

  @Test
  void all_problems_are_found_in_one_run() {
    PackFiles files =
        SamplePack.sound()
            .replacing("pack.yaml", "08:20", "eight")
            .replacing("library.yaml", "kind: objection", "kind: grief")
            .replacing("playbooks/price.md", "language: zh", "language: fr")
            .replacing("examples.jsonl", "\"zh\"", "\"fr\"")
            .files();

    assertThat(reader.read(files).problems())
        .extracting(PackProblem::file)
        .containsExactly(
            "examples.jsonl", "library.yaml", "library.yaml", "pack.yaml", "playbooks/price.md");
  }

  @Test
  void one_broken_entry_does_not_take_the_sound_ones_with_it() {
    PackReading reading =
        reader.read(SamplePack.sound().replacing("library.yaml", "[涨价了]", "[]").files());

    assertThat(reading.pack().orElseThrow().library())
        .extracting(LibraryItem::id)
        .containsExactly("too-dear");
  }

  @Test
  void a_missing_library_is_named() {
    assertThat(problems(SamplePack.sound().without("library.yaml")))
        .contains("library.yaml: is missing; every pack has one; add it");
  }

  @Test
  void an_empty_pack_is_two_missing_files() {
    PackReading reading = reader.read(PackFiles.of(java.util.Map.of()));

    assertThat(reading.pack()).isEmpty();
    assertThat(reading.problems()).hasSize(2);
  }

  @Test
  void a_file_of_five_megabytes_is_refused_without_reading_it() {
    assertThat(problems(SamplePack.sound().with("library.yaml", new byte[5 << 20])))
        .anyMatch(p -> p.startsWith("library.yaml: is larger than 1 MB"));
  }

  @Test
  void a_binary_file_is_refused_where_it_stops_being_text() {
    byte[] png = {'a', ':', ' ', '1', '\n', 'b', (byte) 0x89, 'P', 'N', 'G', 0, 1};

    assertThat(problems(SamplePack.sound().with("library.yaml", png)))
        .anyMatch(p -> p.startsWith("library.yaml:2:2: here is something that is no UTF-8 text"));
  }

  @Test
  void an_alias_bomb_is_refused_at_its_first_alias() {
    String bomb =
        """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        """;

    assertThat(problems(SamplePack.sound().with("library.yaml", bomb)))
        .anyMatch(p -> p.startsWith("library.yaml:2:8: packs have no aliases"));
  }

  @Test
  void a_tower_of_brackets_is_refused_before_anything_climbs_it() {
    assertThat(problems(SamplePack.sound().with("library.yaml", "a: " + "[".repeat(500_000))))
        .anyMatch(p -> p.contains("nested too deeply"));
  }

  @Test
  void a_tag_never_becomes_an_object() {
    String tagged = "entries: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x\"]]\n";

    assertThat(problems(SamplePack.sound().with("library.yaml", tagged)))
        .anyMatch(p -> p.startsWith("library.yaml:1:46: here must be fields"));
  }

  @Test
  void an_utf8_mark_at_the_start_does_no_harm() {
    assertThat(
            problems(SamplePack.sound().replacing("pack.yaml", "id: sample", "\uFEFFid: sample")))
        .isEmpty();
  }

  @Test
  void a_playbook_without_fields_is_named() {
    assertThat(problems(SamplePack.sound().with("playbooks/price.md", "# Only words\n")))
        .anyMatch(p -> p.startsWith("playbooks/price.md:1:1: there are no fields at the top"))
        .anyMatch(p -> p.startsWith("library.yaml:8:15: there is no playbook \"price\""));
  }

  @Test
  void what_a_required_pack_has_may_be_named() {
    Pack other = reader.read(SamplePack.sound().files()).pack().orElseThrow();
    PackFiles files =
        SamplePack.sound()
            .replacing("pack.yaml", "id: sample", "id: second")
            .replacing("pack.yaml", "requires: []", "requires: [sample]")
            .with("library.yaml", "entries: []\n")
            .without("playbooks/price.md")
            .files();

    PackReading reading =
        new PackReader(id -> Optional.of(other).filter(p -> p.id().equals(id))).read(files);

    assertThat(reading.problems()).isEmpty();
  }

  private List<String> problems(SamplePack pack) {
    return reader.read(pack.files()).problems().stream().map(PackProblem::toString).toList();
  }
}
