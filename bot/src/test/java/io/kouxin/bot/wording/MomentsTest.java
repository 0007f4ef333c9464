package io.kouxin.bot.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Now is Wednesday, 11 March 2026, 10:00 in Shanghai. */
class MomentsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private final Moments moments =
      new Moments(Clock.fixed(local("2026-03-11T10:00"), SHANGHAI), SHANGHAI);

  @ParameterizedTest
  @CsvSource({
    "2026-03-11T15:00, 今天 15:00, today 15:00",
    "2026-03-12T09:00, 明天 09:00, tomorrow 09:00",
    "2026-03-13T09:00, 后天 09:00, Fri 09:00",
    "2026-03-14T15:00, 周六 15:00, Sat 15:00",
    "2026-03-15T23:59, 周日 23:59, Sun 23:59",
    "2026-03-16T00:00, 下周一 00:00, next Mon 00:00",
    "2026-03-18T15:00, 下周三 15:00, next Wed 15:00",
    "2026-03-22T15:00, 下周日 15:00, next Sun 15:00",
    "2026-03-23T15:00, 3月23日 15:00, 23 Mar 15:00",
    "2026-03-10T15:00, 昨天 15:00, yesterday 15:00",
    "2026-03-09T15:00, 前天 15:00, 9 Mar 15:00",
    "2026-03-08T15:00, 3月8日 15:00, 8 Mar 15:00",
    "2027-01-05T08:10, 2027年1月5日 08:10, 5 Jan 2027 08:10",
  })
  void a_time_is_said_as_near_as_it_can_be(String at, String chinese, String english) {
    assertThat(moments.at(local(at), Locale.CHINA)).isEqualTo(chinese);
    assertThat(moments.at(local(at), Locale.ENGLISH)).isEqualTo(english);
  }

  @Test
  void on_a_sunday_tomorrow_comes_before_next_week() {
    var sunday = new Moments(Clock.fixed(local("2026-03-15T10:00"), SHANGHAI), SHANGHAI);

    assertThat(sunday.at(local("2026-03-16T09:00"), Locale.CHINA)).isEqualTo("明天 09:00");
    assertThat(sunday.at(local("2026-03-18T09:00"), Locale.CHINA)).isEqualTo("下周三 09:00");
  }

  @Test
  void the_zone_of_the_people_decides_what_today_is() {
    var london = ZoneId.of("Europe/London");
    var there = new Moments(Clock.fixed(local("2026-03-12T07:00"), SHANGHAI), london);

    assertThat(there.at(local("2026-03-12T07:30"), Locale.ENGLISH)).isEqualTo("today 23:30");
  }

  @ParameterizedTest
  @CsvSource({
    "PT2H59M, 2小时, 2 hours",
    "PT1H, 1小时, 1 hour",
    "PT40M, 40分钟, 40 minutes",
    "PT10S, 1分钟, 1 minute",
    "PT49H, 2天, 2 days",
    "PT-3H, 3小时, 3 hours",
  })
  void a_length_is_said_in_its_largest_unit(Duration length, String chinese, String english) {
    assertThat(moments.length(length, Locale.CHINA)).isEqualTo(chinese);
    assertThat(moments.length(length, Locale.US)).isEqualTo(english);
  }

  @Test
  void what_is_left_is_counted_from_now() {
    assertThat(moments.distance(local("2026-03-11T12:30"), Locale.CHINA)).isEqualTo("2小时");
    assertThat(moments.distance(local("2026-03-11T09:30"), Locale.CHINA)).isEqualTo("30分钟");
  }

  private static Instant local(String text) {
    return LocalDateTime.parse(text).atZone(SHANGHAI).toInstant();
  }
}
