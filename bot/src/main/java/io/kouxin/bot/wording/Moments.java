package io.kouxin.bot.wording;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * How times are said in a chat: 今天 15:00, 下周三 15:00, 3月18日 15:00; never as ISO. A week begins on
 * Monday.
 */
public final class Moments {
  private final Clock clock;
  private final ZoneId zone;

  /**
   * Moments of people who live in one zone.
   *
   * @param clock what time it is now
   */
  public Moments(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /** Day and time, as near as it can be said: 明天 09:00, "tomorrow 09:00". */
  public String at(Instant moment, Locale language) {
    ZonedDateTime local = moment.atZone(zone);
    return day(local.toLocalDate(), language) + " " + time(moment);
  }

  /** The time of day alone: 15:00. */
  public String time(Instant moment) {
    return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(moment.atZone(zone));
  }

  /** The day alone: 今天, 后天, 周三, 下周三, 3月18日, or with its year when that is another one. */
  public String day(LocalDate day, Locale language) {
    return isEnglish(language) ? englishDay(day) : chineseDay(day);
  }

  /**
   * A length of time in its largest unit, rounded down, at least one minute: 2小时, "2 hours"; for
   * {@code 还剩{left}} and {@code 过了{overdue}}. The sign is left out.
   */
  public String length(Duration duration, Locale language) {
    Duration positive = duration.abs();
    if (positive.toDays() > 0) {
      return count(positive.toDays(), "天", "day", language);
    }
    if (positive.toHours() > 0) {
      return count(positive.toHours(), "小时", "hour", language);
    }
    return count(Math.max(1, positive.toMinutes()), "分钟", "minute", language);
  }

  /** How far this moment is from now, in either direction. */
  public String distance(Instant moment, Locale language) {
    return length(Duration.between(clock.instant(), moment), language);
  }

  private String chineseDay(LocalDate day) {
    LocalDate today = today();
    return switch (Math.clamp(ChronoUnit.DAYS.between(today, day), -3, 3)) {
      case -2 -> "前天";
      case -1 -> "昨天";
      case 0 -> "今天";
      case 1 -> "明天";
      case 2 -> "后天";
      default ->
          switch (week(day)) {
            case THIS -> "周" + chinese(day.getDayOfWeek());
            case NEXT -> "下周" + chinese(day.getDayOfWeek());
            case OTHER -> format(day, day.getYear() == today.getYear() ? "M月d日" : "yyyy年M月d日");
          };
    };
  }

  private String englishDay(LocalDate day) {
    LocalDate today = today();
    return switch (Math.clamp(ChronoUnit.DAYS.between(today, day), -2, 2)) {
      case -1 -> "yesterday";
      case 0 -> "today";
      case 1 -> "tomorrow";
      default ->
          switch (week(day)) {
            case THIS -> format(day, "EEE");
            case NEXT -> "next " + format(day, "EEE");
            case OTHER -> format(day, day.getYear() == today.getYear() ? "d MMM" : "d MMM yyyy");
          };
    };
  }

  /** A weekday alone always means one to come, so what is past is said by its date. */
  private Week week(LocalDate day) {
    LocalDate nextMonday = today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    if (day.isBefore(today()) || !day.isBefore(nextMonday.plusWeeks(1))) {
      return Week.OTHER;
    }
    return day.isBefore(nextMonday) ? Week.THIS : Week.NEXT;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  private static String chinese(DayOfWeek day) {
    return "一二三四五六日".substring(day.ordinal(), day.ordinal() + 1);
  }

  private static String format(LocalDate day, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
  }

  private static String count(long n, String chinese, String english, Locale language) {
    return isEnglish(language) ? n + " " + english + (n == 1 ? "" : "s") : n + chinese;
  }

  private static boolean isEnglish(Locale language) {
    return language.getLanguage().equals("en");
  }

  private enum Week {
    THIS,
    NEXT,
    OTHER
  }
}
