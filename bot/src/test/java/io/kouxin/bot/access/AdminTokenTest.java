package io.kouxin.bot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTokenTest {
  @TempDir private Path home;

  @Test
  void makes_256_random_bits_that_only_the_owner_can_read() throws IOException {
    AdminToken.from(Optional.empty(), home.resolve("new"));
    Path file = home.resolve("new/admin-token");
    assertThat(Files.readString(file).strip()).matches("[A-Za-z0-9_-]{43}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(home.resolve("new"))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void keeps_the_token_over_a_restart() throws IOException {
    AdminToken.from(Optional.empty(), home);
    String kept = Files.readString(home.resolve("admin-token")).strip();
    assertThat(AdminToken.from(Optional.empty(), home).matches(kept)).isTrue();
  }

  @Test
  void prefers_the_setting_and_then_makes_no_file() throws IOException {
    AdminToken token = AdminToken.from(Optional.of(" a-token-of-my-own "), home);
    assertThat(token.matches("a-token-of-my-own")).isTrue();
    assertThat(home.resolve("admin-token")).doesNotExist();
  }

  @Test
  void takes_a_blank_setting_for_none() throws IOException {
    AdminToken.from(Optional.of("  "), home);
    assertThat(home.resolve("admin-token")).exists();
  }

  @Test
  void refuses_a_setting_that_could_be_guessed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AdminToken.from(Optional.of("secret"), home))
        .withMessageContaining("at least 16")
        .withMessageNotContaining("secret");
  }

  @Test
  void says_what_to_do_about_an_empty_file() throws IOException {
    Files.createFile(home.resolve("admin-token"));
    assertThatIOException()
        .isThrownBy(() -> AdminToken.from(Optional.empty(), home))
        .withMessageContaining("delete it");
  }

  @Test
  void matches_nothing_but_itself() throws IOException {
    AdminToken token = AdminToken.from(Optional.of("a-token-of-my-own"), home);
    assertThat(token.matches("a-token-of-my-owm")).isFalse();
    assertThat(token.matches("")).isFalse();
  }

  @Test
  void shows_itself_in_the_link_and_nowhere_else() throws IOException {
    AdminToken token = AdminToken.from(Optional.of("a token+of/my own"), home);
    assertThat(token.link(URI.create("http://127.0.0.1:8080")))
        .hasToString("http://127.0.0.1:8080/?token=a+token%2Bof%2Fmy+own");
    assertThat(token).hasToString("AdminToken[hidden]");
  }
}
