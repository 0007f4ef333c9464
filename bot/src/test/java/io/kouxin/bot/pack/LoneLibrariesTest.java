package io.kouxin.bot.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.tagging.LibraryEntry;
import io.kouxin.nlp.tagging.LibraryEntry.Contrast;
import io.kouxin.nlp.tagging.LibraryEntry.Kin;
import io.kouxin.nlp.tagging.LibraryEntry.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoneLibrariesTest {
  private static final Path FILE = Path.of("nowhere", "library.yaml");
  private static final LibraryEntry CRANE =
      new LibraryEntry(
          "crane",
          Kind.NEED,
          "要吊装",
          List.of("东西太重要吊装进场"),
          "machinery",
          Locale.CHINESE,
          List.of("汽车吊"),
          new Kin(Optional.of("lifting"), Optional.of("heavy")),
          new Contrast(List.of("塔吊"), List.of("塔吊的师傅在工地上")));
  private static final String HEAVY =
      """
        - {id: heavy, kind: need, label: 太重, language: zh, industry: machinery, phrases: [东西太重了]}
      """;
  private static final String CRANE_IN_YAML =
      """
      entries:
        - id: crane
          kind: need
          label: 要吊装
          language: zh
          industry: machinery
          group: lifting
          parent: heavy
          phrases: [东西太重要吊装进场]
          aliases: [汽车吊]
          negative-phrases: [塔吊]
          counter-examples: [塔吊的师傅在工地上]
      """;

  private static final String BROKEN =
      """
      entries:
        - id: wish
          kind: wish
          lable: 想要
          phrases: []
        - id: Dear_1
          kind: objection
          label: 嫌贵
          phrases: [价格太贵, 贵, 价格太贵]
          aliases: [天价]
          negative-phrases: [价格太贵]
          parent: nobody
        - id: Dear_1
          kind: objection
          label: 还是嫌贵
          phrases: [太贵了]
        - just words
      """;

  @TempDir private Path folder;
  private final LoneLibraries libraries = new LoneLibraries();

  @Test
  void an_entry_of_library_yaml_is_read_whole() {
    assertThat(libraries.yaml(FILE, CRANE_IN_YAML + HEAVY)).isEqualTo(2);
    assertThat(libraries.reading().problems()).isEmpty();
    assertThat(libraries.reading().entries()).first().isEqualTo(CRANE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        "negative-phrases":["塔吊"],"counter-examples":["塔吊的师傅在工地上"]""",
        """
        "negativePhrases":["\\u5854\\u540a"],"counterExamples":["塔吊的师傅在工地上"],"state":{"use":{}},"ask":null,"playbook":null,"version":3"""
      })
  void a_line_of_json_is_read_whole_whether_it_names_its_fields_as_the_file_or_as_the_api(
      String contrast) {
    String crane =
        """
        {"id":"crane","kind":"NEED","label":"要吊装","language":"zh","industry":"machinery","group":"lifting",\
        "parent":"heavy","phrases":["东西太重要吊装进场"],"aliases":["汽车吊"],%s}"""
            .formatted(contrast);
    String heavy = "{\"id\":\"heavy\",\"kind\":\"need\",\"label\":\"太重\",\"phrases\":[\"东西太重了\"]}";

    assertThat(libraries.jsonLines(Path.of("x.jsonl"), List.of(crane, "", heavy))).isEqualTo(2);
    assertThat(libraries.reading().problems()).isEmpty();
    assertThat(libraries.reading().entries()).first().isEqualTo(CRANE);
  }

  @Test
  void what_another_program_wrote_needs_no_language_no_label_and_no_form_of_its_ids() {
    String line =
        """
        {"id":"Preis_1","kind":"objection","phrases":["too \\/ dear","\\ud83d\\ude00 dear"],"industry":"通用","parent":"Preis","weights":[1]}""";
    String parent =
        "{\"id\":\"Preis\",\"kind\":\"objection\",\"phrases\":[\"too high\"],\"industry\":\"\"}";
    String chinese = "{\"id\":\"3\",\"kind\":\"need\",\"phrases\":[\"要CRM系统\"]}";

    libraries.jsonLines(Path.of("x.jsonl"), List.of(line, parent, chinese));

    LoneReading reading = libraries.reading();
    assertThat(reading.problems()).isEmpty();
    LibraryEntry dear = reading.entries().getFirst();
    assertThat(dear.id()).isEqualTo("Preis_1");
    assertThat(dear.label()).isEqualTo("Preis_1");
    assertThat(dear.phrases()).containsExactly("too / dear", "😀 dear");
    assertThat(dear.language()).isEqualTo(Locale.ENGLISH);
    assertThat(dear.kin().parent()).contains("Preis");
    assertThat(reading.entries().getLast().language()).isEqualTo(Locale.CHINESE);
  }

  @Test
  void every_flaw_is_named_with_its_line_and_the_rest_is_read() {
    assertThat(libraries.yaml(FILE, BROKEN)).isEqualTo(1);
    LoneReading reading = libraries.reading();
    assertThat(reading.problems())
        .extracting(problem -> problem.line() + " " + problem.what())
        .containsExactlyInAnyOrder(
            "2 entry wish is left out",
            "2 \"label\" is missing",
            "3 \"wish\" will not do for \"kind\"",
            "4 nobody knows the field \"lable\"",
            "5 nobody would ever say this",
            "6 \"Dear_1\" will not do for \"id\"",
            "9 \"贵\" has only one character and would be found everywhere",
            "9 \"价格太贵\" stands here twice",
            "11 \"价格太贵\" is a phrase of this entry, too",
            "12 there is no entry \"nobody\"",
            "13 \"Dear_1\" will not do for \"id\"",
            "13 \"Dear_1\" is an entry already",
            "13 entry Dear_1 is left out",
            "17 here must be fields");
    assertThat(reading.problems()).allMatch(problem -> problem.file().equals(FILE.toString()));
    assertThat(reading.entries())
        .containsExactly(
            new LibraryEntry(
                "Dear_1",
                Kind.OBJECTION,
                "嫌贵",
                List.of("价格太贵"),
                "general",
                Locale.CHINESE,
                List.of("天价"),
                Kin.NONE,
                Contrast.NONE));
    assertThat(reading.places()).containsEntry("Dear_1", FILE + ":6:5");
  }

  @Test
  void more_flaws_than_a_pack_is_told_of_are_all_named() {
    List<String> lines = IntStream.range(0, 300).mapToObj(i -> "{\"id\":\"" + i + "\"").toList();
    assertThat(libraries.jsonLines(Path.of("x.jsonl"), lines)).isZero();
    assertThat(libraries.reading().problems())
        .hasSize(300)
        .allMatch(problem -> problem.what().startsWith("this is no JSON"));
  }

  @Test
  void an_id_of_ten_thousand_words_is_a_flaw_like_any_other() {
    String id = "a-".repeat(10_000) + "a";
    libraries.yaml(FILE, "entries:\n" + HEAVY.replace("id: heavy", "id: " + id));
    assertThat(libraries.reading().problems())
        .extracting(PackProblem::what)
        .containsExactly("\"" + id + "\" will not do for \"id\"");
  }

  @Test
  void of_two_files_with_one_entry_the_later_is_heard_and_each_may_name_what_the_other_has() {
    libraries.yaml(FILE, CRANE_IN_YAML);
    libraries.yaml(FILE, "entries:\n" + HEAVY);
    libraries.yaml(FILE, CRANE_IN_YAML.replace("要吊装\n", "吊车\n"));

    LoneReading reading = libraries.reading();
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.entries()).extracting(LibraryEntry::id).containsExactly("crane", "heavy");
    assertThat(reading.entries()).extracting(LibraryEntry::label).contains("吊车");
    assertThat(reading.entries().getFirst().kin()).isEqualTo(CRANE.kin());
  }

  @ParameterizedTest
  @ValueSource(strings = {"general", "medical-device"})
  void a_pack_s_own_file_is_read_just_as_the_service_reads_it(String pack) throws IOException {
    Path packs = Path.of(System.getProperty("kouxin.root", ".."), "templates", "packs");
    Path file = packs.resolve(pack).resolve("library.yaml");

    libraries.yaml(file, Files.readString(file));

    LoneReading reading = libraries.reading();
    Pack read =
        new PackReader(id -> Optional.empty())
            .read(PackFiles.ofFolder(packs.resolve(pack)))
            .pack()
            .orElseThrow();
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.entries())
        .isEqualTo(read.library().stream().map(LibraryItem::entry).toList());
  }

  @Test
  void what_the_pack_beside_it_requires_is_known_and_what_nobody_has_is_named() throws IOException {
    for (String id : List.of("cranes", "lifting")) {
      Files.createDirectories(folder.resolve(id));
    }
    String head = "id: %s\nversion: 1.0.0\nname: {zh: 起重}\nindustry: machinery\nrequires: [%s]\n";
    Files.writeString(folder.resolve("cranes/pack.yaml"), head.formatted("cranes", "lifting"));
    Files.writeString(folder.resolve("lifting/pack.yaml"), head.formatted("lifting", ""));
    Files.writeString(folder.resolve("lifting/library.yaml"), "entries:\n" + HEAVY);
    Path file = folder.resolve("cranes/library.yaml");
    String second = CRANE_IN_YAML.substring("entries:\n".length());

    libraries.yaml(
        file,
        CRANE_IN_YAML
            + second
                .replace("id: crane", "id: hoist")
                .replace("heavy", "havey")
                .replace("汽车吊", "吊机"));

    assertThat(libraries.reading().problems())
        .extracting(PackProblem::what)
        .containsExactly("there is no entry \"havey\"");
    assertThat(libraries.reading().entries()).hasSize(2).first().isEqualTo(CRANE);
  }
}
