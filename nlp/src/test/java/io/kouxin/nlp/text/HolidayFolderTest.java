package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.text.WorkCalendar.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayFolderTest {
  private static final String YEAR_2027 =
      """
      {"year": 2027, "source": "a notice", "holidays": [
        {"name": "春节", "from": "2027-02-05", "to": "2027-02-11", "worked": ["2027-01-31"]},
        {"name": "国庆", "from": "2027-10-01", "to": "2027-10-07", "worked": ["2027-09-26"]}]}
      """;
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2027, 1, 20, 10, 0, 0, 0, ZoneId.of("Asia/Shanghai"));

  @TempDir Path folder;

  private String due(HolidayFolder holidays, String memo) {
    return new RuleBasedReader(holidays)
        .read(memo, Locale.CHINA, NOW)
        .due()
        .flatMap(Due::at)
        .map(at -> at.atZone(NOW.getZone()).toLocalDateTime().toString())
        .orElse("none");
  }

  private void put(String text, int second) throws IOException {
    Path file = Files.writeString(folder.resolve("2027.json"), text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000L));
  }

  @Test
  void a_year_that_an_administrator_puts_there_is_read_by_at_once() throws Exception {
    var holidays = new HolidayFolder(folder);
    assertThat(due(holidays, "春节后第一个工作日去找他")).isEqualTo("2027-02-09T09:00");
    assertThat(holidays.get().standing(2027)).isEqualTo(Standing.PRELIMINARY);

    put(YEAR_2027, 1);

    assertThat(due(holidays, "春节后第一个工作日去找他")).isEqualTo("2027-02-12T09:00");
    assertThat(holidays.get().isWorkingDay(LocalDate.of(2027, 1, 31))).isTrue();
    assertThat(holidays.get().standing(2027)).isEqualTo(Standing.OFFICIAL);
    assertThat(holidays.faults()).isEmpty();
  }

  @Test
  void a_faulty_file_is_named_and_the_good_one_before_it_stays() throws Exception {
    var holidays = new HolidayFolder(folder);
    put(YEAR_2027, 1);
    assertThat(holidays.faults()).isEmpty();

    put(YEAR_2027.replace("2027-01-31", "2027-02-01"), 2);

    assertThat(holidays.faults().get("2027.json")).contains("春节: 2027-02-01 is no weekend day");
    assertThat(due(holidays, "春节后第一个工作日去找他")).isEqualTo("2027-02-12T09:00");
  }

  @Test
  void the_shipped_year_is_back_when_the_file_is_gone() throws Exception {
    var holidays = new HolidayFolder(folder);
    put(YEAR_2027, 1);
    assertThat(holidays.get().standing(2027)).isEqualTo(Standing.OFFICIAL);

    Files.delete(folder.resolve("2027.json"));

    assertThat(holidays.get().standing(2027)).isEqualTo(Standing.PRELIMINARY);
  }

  @Test
  void a_folder_that_is_not_there_is_no_fault() {
    var holidays = new HolidayFolder(folder.resolve("none"));
    assertThat(holidays.faults()).isEmpty();
    assertThat(holidays.get().standing(2026)).isEqualTo(Standing.OFFICIAL);
    assertThat(holidays.get().standing(2028)).isEqualTo(Standing.MISSING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json|no JSON",
        "{}|\"year\" must be a year such as 2027",
        "{\"year\":2027}|must list at least one holiday",
        "{\"year\":2027,\"holidays\":[{\"name\":\"圣诞\"}]}|\"圣诞\" is no holiday; use one of",
        "{\"year\":2027,\"holidays\":[{\"name\":\"国庆\",\"from\":\"1.10.\",\"to\":\"\"}]}|days are written as 2027-10-01",
        "{\"year\":2027,\"holidays\":[{\"name\":\"国庆\",\"from\":\"2027-10-07\",\"to\":\"2027-10-01\"}]}|\"to\" must be 0 to 15 days behind",
        "{\"year\":2027,\"holidays\":[{\"name\":\"国庆\",\"from\":\"2026-10-01\",\"to\":\"2026-10-07\"}]}|is not in 2027"
      })
  void says_what_is_wrong_with_a_file(String text, String fault) throws Exception {
    var holidays = new HolidayFolder(folder);
    put(text, 1);
    assertThat(holidays.faults().get("2027.json")).contains(fault);
    assertThat(holidays.get().standing(2027)).isEqualTo(Standing.PRELIMINARY);
  }

  @Test
  void tells_on_which_year_a_time_hangs() {
    WorkCalendar china = WorkCalendar.china();
    LocalDate november = LocalDate.of(2026, 11, 22);
    assertThat(china.gap("春节前", november, LocalDate.of(2027, 2, 4)))
        .contains(new WorkCalendar.Gap(2027, Standing.PRELIMINARY));
    assertThat(china.gap("五个工作日内", november, LocalDate.of(2026, 11, 27))).isEmpty();
    assertThat(china.gap("一月十号", november, LocalDate.of(2027, 1, 10))).isEmpty();
    LocalDate later = LocalDate.of(2028, 3, 1);
    assertThat(china.gap("国庆节前", later, later))
        .contains(new WorkCalendar.Gap(2028, Standing.MISSING));
    assertThat(china.gap("within 3 working days", later, later.plusDays(5)))
        .contains(new WorkCalendar.Gap(2028, Standing.MISSING));
  }
}
