package io.kouxin.nlp.text;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What several times of one memo say about each other: a time that is taken back (不对是周四, 改到周五, "no,
 * Friday") gives way to the next one, and days that are offered side by side fix nothing.
 *
 * @param taken between two times, says that the second replaces the first
 * @param denied in front of a time, says that it is not the one
 * @param instead between a denied time and the one that is meant
 * @param eitherOr between two times, says that either would do
 * @param week begins a day of the week that names its week (下周三)
 * @param bareWeekday begins one that does not (周四)
 */
record Revisions(
    Pattern taken,
    Pattern denied,
    Pattern instead,
    Pattern eitherOr,
    Pattern week,
    Pattern bareWeekday) {
  private static final int REACH = 24;

  /** Compiles the patterns, in the order of the components. */
  static Revisions of(String... regexes) {
    List<Pattern> p = List.of(regexes).stream().map(Pattern::compile).toList();
    return new Revisions(p.get(0), p.get(1), p.get(2), p.get(3), p.get(4), p.get(5));
  }

  /** The times that stand, in order. */
  List<TimeMention> settle(String text, List<TimeMention> found) {
    var out = new ArrayList<TimeMention>();
    for (TimeMention next : found) {
      if (out.isEmpty()) {
        out.add(next);
        continue;
      }
      TimeMention last = out.getLast();
      String between = text.substring(last.end(), next.start());
      if (replaces(text, last, between)) {
        out.set(out.size() - 1, inheriting(text, last, next));
      } else if (!last.bare()
          && last.kind() != Due.Kind.DEADLINE
          && eitherOr.matcher(between).matches()) {
        out.set(out.size() - 1, TimeMention.vague(last.start(), next.end()));
      } else {
        out.add(next);
      }
    }
    return out;
  }

  private boolean replaces(String text, TimeMention last, String between) {
    if (between.length() > REACH) {
      return false;
    }
    String before = text.substring(Math.max(0, last.start() - 6), last.start());
    return taken.matcher(between).find()
        || (denied.matcher(before).find() && instead.matcher(between).matches());
  }

  /** An hour takes the day of the time it replaces, a bare 周四 its week. */
  private TimeMention inheriting(String text, TimeMention last, TimeMention next) {
    if (last.at().isEmpty() || next.at().isEmpty()) {
      return next;
    }
    LocalDateTime then = last.at().get();
    LocalDateTime at = next.at().get();
    if (next.bare()) {
      return next.at(at.with(then.toLocalDate()));
    }
    boolean sameWeek = begins(week, text, last.start()) && begins(bareWeekday, text, next.start());
    return sameWeek
        ? next.at(
            at.with(
                then.toLocalDate()
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .plusDays(at.getDayOfWeek().getValue() - 1L)))
        : next;
  }

  private static boolean begins(Pattern pattern, String text, int at) {
    return pattern.matcher(text).region(at, text.length()).lookingAt();
  }

  /** Where words end that take back what stood before this place; each is worth a try. */
  List<Integer> takenBackAt(String text, int at) {
    var out = new ArrayList<Integer>();
    int last = Math.min(text.length(), at + REACH / 2);
    for (int end = at + 1; end <= last; end++) {
      if (taken.matcher(text.substring(at, end)).find()) {
        out.add(end);
      }
    }
    return out;
  }
}
