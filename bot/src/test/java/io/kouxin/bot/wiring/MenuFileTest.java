package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kouxin.integrations.channel.Menu;
import io.kouxin.integrations.wecom.WeComAccess;
import io.kouxin.integrations.wecom.WeComApi;
import io.kouxin.integrations.wecom.WeComMenu;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MenuFileTest {
  private static final Optional<URI> HOME = Optional.of(URI.create("https://kouxin.example.com/"));
  @TempDir Path folder;

  private MenuFile file(String text) throws IOException {
    Path file = folder.resolve("menu.yaml");
    Files.writeString(file, text);
    return new MenuFile(file.toString(), HOME);
  }

  @Test
  void the_menu_of_the_jar_is_one_that_wecom_takes() {
    Menu menu = new MenuFile("", HOME).read();

    assertThat(menu.entries()).extracting(Menu.Entry::label).containsExactly("今日待办", "查客户", "更多");
    assertThat(((Menu.Holds) menu.entries().getLast()).below())
        .contains(new Menu.Opens("到店打卡", URI.create("https://kouxin.example.com/check-in")));
    try (var api = new WeComApi(new WeComAccess("ww1", 7, "s"), Clock.systemUTC())) {
      assertThat(new WeComMenu(api).faults(menu)).isEmpty();
    }
  }

  @Test
  void json_will_do_and_so_will_pages_of_others() throws IOException {
    assertThat(
            file("{\"entries\":[{\"label\":\"官网\",\"opens\":\"https://example.com/a\"}]}")
                .read()
                .entries())
        .containsExactly(new Menu.Opens("官网", URI.create("https://example.com/a")));
  }

  @Test
  void what_is_wrong_with_a_file_is_said() throws IOException {
    for (String broken : List.of("{label: 没动作}", "{label: 两样, says: a, opens: /b}")) {
      assertThatIllegalArgumentException()
          .isThrownBy(file("entries:\n  - " + broken + "\n")::read)
          .withMessageContaining("needs one of says, opens and below");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(file("entries: [{label: 页, opens: 'http://a b'}]")::read)
        .withMessageContaining("opens no address");
    assertThatIllegalArgumentException()
        .isThrownBy(file("entries: [")::read)
        .withMessageContaining("cannot be read");
    assertThatIllegalArgumentException()
        .isThrownBy(new MenuFile(folder.resolve("nowhere").toString(), HOME)::read)
        .withMessageContaining("nowhere");
    assertThatIllegalArgumentException()
        .isThrownBy(new MenuFile("", Optional.empty())::read)
        .withMessageContaining("KOUXIN_WECOM_CALLBACKURL");
  }
}
