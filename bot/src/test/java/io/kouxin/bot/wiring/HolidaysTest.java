package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.doctor.Finding;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.nlp.text.WorkCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HolidaysTest {
  private static List<Finding> on(String today, Map<String, String> faults) {
    return Holidays.findings(WorkCalendar.china(), faults, LocalDate.parse(today), "/h/holidays");
  }

  @Test
  void next_year_is_asked_for_when_its_notice_is_out() {
    assertThat(on("2026-03-04", Map.of())).extracting(Finding::state).containsExactly(State.OK);
    Finding november = on("2026-11-22", Map.of()).getFirst();
    assertThat(november.keys()).containsExactly("holidays-preliminary");
    assertThat(november.values()).extracting(v -> v.get("year")).isEqualTo("2027");
  }

  @Test
  void a_year_nobody_knows_is_missing() {
    assertThat(on("2029-05-01", Map.of()).getFirst().keys()).containsExactly("holidays-missing");
  }

  @Test
  void a_file_that_is_not_used_is_named_with_its_fault() {
    Finding bad = on("2026-03-04", Map.of("2027.json", "no JSON")).getFirst();
    assertThat(bad.state()).isEqualTo(State.WARNING);
    assertThat(bad.values().get("file")).isEqualTo("2027.json");
  }
}
