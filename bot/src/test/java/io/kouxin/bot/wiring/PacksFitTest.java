package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.pack.PackLint;
import io.kouxin.bot.pack.PackProblem;
import io.kouxin.bot.pack.PackReading;
import io.kouxin.bot.wording.Wording;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chats leave of every pack, before anybody sends it. */
class PacksFitTest {
  private final PackLint lint = new PackLint(Chats.fit(), Wording::bundled);

  static List<Path> shipped() throws IOException {
    Path packs = Path.of(System.getProperty("kouxin.root"), "templates/packs");
    try (Stream<Path> folders = Files.list(packs)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void every_shipped_pack_works_in_every_chat(Path pack) throws IOException {
    PackReading reading = lint.lint(pack);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.warnings().stream().map(PackProblem::asWarning))
        .allMatch(warning -> warning.contains("cut in") || warning.contains("loses its middle"));
  }

  @Test
  void what_a_chat_cannot_carry_is_found_with_file_and_line() throws Exception {
    PackReading reading = lint.lint(unfit());

    assertThat(reading.problems().stream().map(PackProblem::toString))
        .containsExactly(
            "library.yaml:16:19: in WeCom this button reads \"Dearer…d A\", and so does"
                + " \"Dearer than brand A\"; let them differ in the first words",
            "library.yaml:16:19: in DingTalk this button reads \"Dearer t…d A\", and so does"
                + " \"Dearer than brand A\"; let them differ in the first words",
            "library.yaml:16:19: in DingTalk with a card template this button reads \"Dearer t…d A\","
                + " and so does \"Dearer than brand A\"; let them differ in the first words",
            "library.yaml:25:29: \"an-id-that-nobody-would-write-by-hand-because-it-is-so-very-long\""
                + " and \"another-id-that-is-long-enough-to-lose-its-end\" together are longer than a"
                + " button can carry; shorten the ids to 86 characters together");
  }

  @Test
  void what_a_chat_cuts_or_leaves_out_is_warned_of() throws Exception {
    List<String> warnings =
        lint.lint(unfit()).warnings().stream().map(PackProblem::asWarning).toList();
    assertThat(warnings)
        .anyMatch(w -> w.startsWith("library.yaml:4:12: warning: ") && w.contains("cut in WeCom"))
        .anyMatch(w -> w.startsWith("library.yaml:25:9: ") && w.contains("[改一下, 还可能是]"))
        .anyMatch(w -> w.startsWith("playbooks/long.md:3:8: ") && w.contains("title"))
        .anyMatch(w -> w.startsWith("playbooks/long.md:6:") && w.contains("loses its middle"))
        .anyMatch(w -> w.startsWith("playbooks/long.md:9:1: ") && w.contains("as it is written"))
        .anyMatch(w -> w.startsWith("playbooks/long.md:10:4: ") && w.contains("![对比]("))
        .allMatch(w -> w.contains("; "));
  }

  private static Path unfit() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(PackLint.class.getResource("unfit/pack.yaml")).toURI().resolve("."));
  }
}
