package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimeExpressionsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 3, 4, 10, 30, 0, 0, SHANGHAI);
  private final RuleBasedReader reader = new RuleBasedReader();

  record Row(String language, String memo, String time, String kind) {}

  static Stream<Row> rows() {
    try (var in = TimeExpressionsTest.class.getResourceAsStream("times.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.startsWith("#"))
          .map(l -> l.split("\\|", -1))
          .map(f -> new Row(f[0], f[1], f[2], f[3]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void finds_the_one_time_that_a_memo_asks_for(Row row) {
    Optional<Due> due = reader.read(row.memo(), Locale.forLanguageTag(row.language()), NOW).due();
    assertThat(due.map(TimeExpressionsTest::said).orElse("none")).isEqualTo(row.time());
    assertThat(due.map(d -> d.kind().name()).orElse("")).isEqualTo(row.kind());
    due.ifPresent(d -> assertThat(d.span().of(row.memo())).isEqualTo(d.text()));
  }

  private static String said(Due due) {
    return due.at().map(at -> LocalDateTime.ofInstant(at, SHANGHAI).toString()).orElse("vague");
  }

  @Test
  void the_table_holds_more_than_sixty_expressions() {
    assertThat(rows().toList()).hasSizeGreaterThan(60);
  }

  @Test
  void reads_a_time_that_stands_for_itself() {
    assertThat(reader.when("改到周五", Locale.CHINA, NOW).map(TimeExpressionsTest::said))
        .contains("2026-03-06T09:00");
    assertThat(reader.when("不对，是下午四点", Locale.CHINA, NOW).map(TimeExpressionsTest::said))
        .contains("2026-03-04T16:00");
    assertThat(
            reader.when("make it friday noon", Locale.ENGLISH, NOW).map(TimeExpressionsTest::said))
        .contains("2026-03-06T12:00");
    assertThat(reader.when("不是价格，是账期", Locale.CHINA, NOW)).isEmpty();
  }

  @Test
  void counts_working_days_over_holidays_and_worked_weekends() {
    ZonedDateTime beforeNationalDay = ZonedDateTime.of(2026, 9, 18, 9, 0, 0, 0, SHANGHAI);
    Due due = reader.when("五个工作日内", Locale.CHINA, beforeNationalDay).orElseThrow();
    assertThat(said(due)).isEqualTo("2026-09-24T18:00"); // Sunday the 20th is worked
  }

  @Test
  void a_holiday_of_a_year_that_is_not_known_stays_vague() {
    ZonedDateTime later = ZonedDateTime.of(2031, 3, 4, 10, 30, 0, 0, SHANGHAI);
    assertThat(reader.when("国庆节前给他", Locale.CHINA, later).map(TimeExpressionsTest::said))
        .contains("vague");
  }

  @ParameterizedTest
  @CsvSource({
    "单价九块九三月中旬给我回话,三月中旬",
    "三月中给我回话,三月中",
    "下个月上旬再联系他,下个月上旬",
    "月底碰一下,月底",
    "次月中旬再联系他,次月中旬",
    "当月中旬再联系他,当月中旬",
    "明年三月中旬再联系他,明年三月中旬",
    "他说的三月中旬再联系,三月中旬",
  })
  void a_time_that_is_vague_is_quoted_whole(String memo, String time) {
    assertThat(reader.when(memo, Locale.CHINA, NOW).map(Due::text)).contains(time);
  }

  @Test
  void the_zone_of_now_is_the_zone_of_every_time() {
    ZonedDateTime berlin = NOW.withZoneSameLocal(ZoneId.of("Europe/Berlin"));
    Due due = reader.when("明天上午九点", Locale.CHINA, berlin).orElseThrow();
    assertThat(due.at())
        .contains(ZonedDateTime.of(2026, 3, 5, 9, 0, 0, 0, berlin.getZone()).toInstant());
  }

  @Test
  void what_was_done_today_is_no_promise_even_early_in_the_morning() {
    ZonedDateTime early = NOW.withHour(4);
    for (String done : List.of("今天送了个样品册", "今天就见了他们李主任", "今天上午跑了两家")) {
      assertThat(reader.read(done, Locale.CHINA, early).due()).as(done).isEmpty();
    }
    assertThat(reader.read("today i visited the clinic", Locale.ENGLISH, early).due()).isEmpty();
    assertThat(reader.read("今天把样品寄过去", Locale.CHINA, early).due()).isPresent();
  }

  @Test
  void a_title_before_a_pronoun_names_nobody() {
    Utterance read = reader.read("i saw the doctor he wants training", Locale.ENGLISH, NOW);
    assertThat(read.people()).extracting(PersonMention::name).doesNotContain("doctor he");
    assertThat(read.people()).extracting(PersonMention::role).contains("doctor");
  }

  @Test
  void an_english_action_begins_and_ends_with_whole_words() {
    String memo =
        "she said that the whole purchasing department of the hospital wants a better offer for"
            + " the pumps and the sets before the end of the month";
    String action = reader.read(memo, Locale.ENGLISH, NOW).nextAction().orElse("");
    assertThat(List.of(memo.split(" "))).containsAll(List.of(action.split(" ")));
  }

  @Test
  void other_words_of_the_memo_are_read_too() {
    String memo = "刚从市一医院出来，张主任提到关节镜手术后患者投诉疼痛管理不到位，比迈瑞贵，下周三下午三点再去";
    Utterance read = reader.read(memo, Locale.CHINA, NOW);
    assertThat(read.people()).extracting(PersonMention::name).containsExactly("张主任");
    assertThat(read.due().map(TimeExpressionsTest::said)).contains("2026-03-11T15:00");
    assertThat(read.due().map(Due::kind)).contains(Due.Kind.APPOINTMENT);
    assertThat(read.nextAction()).contains("再去");
    assertThat(read.clauses()).extracting(c -> c.of(memo)).contains("比迈瑞贵");
  }
}
