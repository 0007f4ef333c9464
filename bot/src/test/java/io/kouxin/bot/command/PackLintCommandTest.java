package io.kouxin.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.pack.Fit;
import io.kouxin.bot.pack.PackLint;
import io.kouxin.bot.wording.Wording;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PackLintCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();

  @Test
  void a_sound_pack_ends_with_0_and_prints_nothing() throws IOException {
    Files.writeString(
        folder.resolve("pack.yaml"),
        "id: small\nversion: 1.0.0\nname: {en: Small}\nindustry: general\n");
    Files.writeString(
        folder.resolve("library.yaml"),
        """
        entries:
          - {id: a, kind: need, label: A, language: en,
             phrases: [a b c, a b d, a b e, a b f, a b g, a b h]}
        """);

    assertThat(run(folder.toString())).isZero();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_thin_entry_is_warned_of_and_the_pack_is_sound_all_the_same() throws IOException {
    Files.writeString(
        folder.resolve("pack.yaml"),
        "id: small\nversion: 1.0.0\nname: {en: Small}\nindustry: general\n");
    Files.writeString(
        folder.resolve("library.yaml"),
        "entries:\n  - {id: a, kind: need, label: A, language: en, phrases: [a b c, keyword]}\n");

    assertThat(run(folder.toString())).isZero();
    assertThat(out.toString())
        .startsWith("library.yaml:2:58: warning: only 1 full utterances;")
        .contains("aim at 12");
  }

  @Test
  void a_broken_pack_ends_with_1_and_one_line_a_problem() throws IOException {
    Files.writeString(folder.resolve("pack.yaml"), "id: small\nversion: [\n");

    assertThat(run(folder.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("library.yaml: is missing")
        .contains("pack.yaml:3:1: this is no YAML");
  }

  @Test
  void no_folder_or_no_argument_is_wrong_use_and_ends_with_2() {
    assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
  }

  private int run(String... arguments) {
    return new CommandLine(new PackLintCommand(new PackLint(new Fit(List.of()), Wording::bundled)))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(new StringWriter()))
        .execute(arguments);
  }
}
