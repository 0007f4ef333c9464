package io.kouxin.bot.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

class PagingTest {
  private static final List<Integer> ALL = IntStream.range(0, 120).boxed().toList();

  @Test
  void leads_through_a_whole_list_and_shows_each_row_once() {
    List<Integer> seen = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Page<Integer> page = query(Window.of(50, next.orElse(null)));
      seen.addAll(page.items());
      next = page.next();
    } while (next.isPresent());
    assertThat(seen).isEqualTo(ALL);
  }

  @Test
  void has_no_next_page_when_the_last_one_is_just_full() {
    assertThat(query(Window.of(120, null)).next()).isEmpty();
    assertThat(query(Window.of(119, null)).next()).isPresent();
  }

  @Test
  void shows_50_rows_unless_asked_for_more() {
    assertThat(query(Window.of(null, null)).items()).hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 201})
  void refuses_a_limit_it_would_not_keep(int limit) {
    assertThatExceptionOfType(ErrorResponseException.class)
        .isThrownBy(() -> Window.of(limit, null))
        .withMessageContaining("from 1 to 200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "a b", "=", "MTI.=="})
  void refuses_a_cursor_it_never_gave_out(String after) {
    assertThatExceptionOfType(ErrorResponseException.class)
        .isThrownBy(() -> Window.of(10, after))
        .withMessageContaining("'next' of an earlier page");
  }

  @Test
  void keeps_any_key_in_a_cursor() {
    var cursor = Cursor.of(List.of("1772607600000", "", "跟进.7/ +&"));
    assertThat(cursor.text()).matches("[A-Za-z0-9_.-]+");
    assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
  }

  private static Page<Integer> query(Window window) {
    int from =
        window.after().map(cursor -> Integer.parseInt(cursor.key().getFirst()) + 1).orElse(0);
    List<Integer> found = ALL.stream().skip(from).limit(window.oneMore()).toList();
    return Page.of(found, window, row -> List.of(row.toString()));
  }
}
