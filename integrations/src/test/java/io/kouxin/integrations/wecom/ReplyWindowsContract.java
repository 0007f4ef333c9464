package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.wecom.ReplyWindow.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every keeper of windows promises. */
public interface ReplyWindowsContract {
  /** When everything happens; milliseconds count. */
  Instant NOW = Instant.parse("2026-03-11T07:00:00.123Z");

  /** An empty keeper. */
  ReplyWindows windows();

  private static ReplyWindow window(String id, int second) {
    Instant at = NOW.plusSeconds(second);
    return ReplyWindow.opened(id, "lisi", Kind.MESSAGE, "https://qyapi/" + id, at);
  }

  @Test
  default void keeps_a_window_as_it_was_opened() {
    ReplyWindows windows = windows();
    windows.open(window("a", 0));
    assertThat(windows.find("a")).contains(window("a", 0));
    assertThat(windows.find("b")).isEmpty();
  }

  @Test
  default void a_repeat_opens_nothing_anew() {
    ReplyWindows windows = windows();
    windows.open(window("a", 0));
    windows.change(windows.find("a").orElseThrow().saying("好", NOW));
    windows.open(window("a", 5));
    assertThat(windows.find("a").orElseThrow().said()).isEqualTo("好");
  }

  @Test
  default void of_a_chat_the_newest_comes_first() {
    ReplyWindows windows = windows();
    windows.open(window("a", 0));
    windows.open(window("b", 1));
    windows.open(ReplyWindow.opened("c", "wangwu", Kind.GROUP, "", NOW));
    assertThat(windows.of("lisi")).extracting(ReplyWindow::id).containsExactly("b", "a");
  }

  @Test
  default void of_two_who_change_the_same_one_wins() {
    ReplyWindows windows = windows();
    windows.open(window("a", 0));
    ReplyWindow read = windows.find("a").orElseThrow();
    assertThat(windows.change(read.saying("first", NOW))).isTrue();
    assertThat(windows.change(read.saying("second", NOW))).isFalse();
    ReplyWindow now = windows.find("a").orElseThrow();
    assertThat(now.said()).isEqualTo("first");
    assertThat(windows.change(now.at("").asked(NOW).told())).isTrue();
    assertThat(windows.find("a").orElseThrow().address()).isEmpty();
    assertThat(windows.find("a").orElseThrow().stage()).isEqualTo(ReplyWindow.Stage.TOLD);
  }

  @Test
  default void who_left_has_no_window_any_more() {
    ReplyWindows windows = windows();
    windows.open(window("a", 0));
    windows.leave("lisi");
    assertThat(windows.of("lisi")).isEmpty();
    assertThat(windows.find("a").orElseThrow().stage()).isEqualTo(ReplyWindow.Stage.LEFT);
  }
}
