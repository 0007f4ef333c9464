package io.kouxin.bot.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Days on which a country does not keep to the week: holidays, and the weekend days that make up
 * for them.
 *
 * @param off days without work
 * @param makeUp weekend days with work
 */
public record PublicHolidays(Set<LocalDate> off, Set<LocalDate> makeUp) {
  public PublicHolidays {
    off = Set.copyOf(off);
    makeUp = Set.copyOf(makeUp);
  }

  /** Nothing but the week. */
  public static PublicHolidays none() {
    return new PublicHolidays(Set.of(), Set.of());
  }

  /**
   * Those of mainland China as the State Council announced them; the notices are named in the data.
   * A year that was not announced yet has only its week: ask {@link #knows}.
   */
  public static PublicHolidays china() {
    var data = Objects.requireNonNull(PublicHolidays.class.getResourceAsStream("china.txt"));
    try (Reader reader = new InputStreamReader(data, StandardCharsets.UTF_8)) {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the arrangement of this year is known. */
  public boolean knows(int year) {
    return off.stream().anyMatch(day -> day.getYear() == year);
  }

  /** The years that are known, for a page that says when data runs out. */
  public Set<Integer> years() {
    return off.stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
  }

  static PublicHolidays read(Reader reader) throws IOException {
    Set<LocalDate> off = new HashSet<>();
    Set<LocalDate> makeUp = new HashSet<>();
    var lines = new BufferedReader(reader);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.strip().split("\\s+", 3);
      if (words.length >= 2 && !line.startsWith("#")) {
        add(words[0].equals("work") ? makeUp : off, words[1]);
      }
    }
    return new PublicHolidays(off, makeUp);
  }

  private static void add(Set<LocalDate> days, String range) {
    String[] ends = range.split("\\.\\.", -1);
    LocalDate last = LocalDate.parse(ends[ends.length - 1]);
    LocalDate.parse(ends[0]).datesUntil(last.plusDays(1)).forEach(days::add);
  }
}
