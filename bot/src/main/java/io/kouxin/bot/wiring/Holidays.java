package io.kouxin.bot.wiring;

import io.kouxin.bot.doctor.Finding;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.nlp.text.WorkCalendar;
import io.kouxin.nlp.text.WorkCalendar.Standing;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What doctor says about the holidays by which times are read. */
final class Holidays {
  private static final String NAME = "holidays";

  private Holidays() {}

  /**
   * This year, from November on the next one too, for then its notice is out; and every file that
   * is not used.
   *
   * @param faults what is wrong with which file
   * @param today here
   * @param folder where an administrator puts files
   */
  static List<Finding> findings(
      WorkCalendar calendar, Map<String, String> faults, LocalDate today, String folder) {
    List<Finding> found = new ArrayList<>();
    faults.forEach(
        (file, fault) ->
            found.add(
                new Finding(
                    NAME, State.WARNING, "holidays-bad", Map.of("file", file, "fault", fault))));
    int last = today.getYear() + (today.getMonth().compareTo(Month.NOVEMBER) < 0 ? 0 : 1);
    for (int known = today.getYear(); known <= last; known++) {
      Standing standing = calendar.standing(known);
      if (standing != Standing.OFFICIAL) {
        String key = standing == Standing.MISSING ? "missing" : "preliminary";
        found.add(
            new Finding(
                NAME,
                State.WARNING,
                "holidays-" + key,
                Map.of("year", Integer.toString(known), "folder", folder)));
        break;
      }
    }
    return found.isEmpty()
        ? List.of(
            new Finding(NAME, State.OK, "holidays-ok", Map.of("year", Integer.toString(last))))
        : found;
  }
}
