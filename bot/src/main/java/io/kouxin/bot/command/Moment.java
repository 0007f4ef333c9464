package io.kouxin.bot.command;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** When the memos of a command were said. */
final class Moment {
  private static final ZoneId HOME = ZoneId.of("Asia/Shanghai");

  @Option(
      names = "--now",
      paramLabel = "ISO-8601",
      description = "when the memos were said, such as 2026-03-04T10:30+08:00 (default: now)")
  private @Nullable String now;

  private final Clock clock;

  /** By the system's clock, in the time zone of China. */
  Moment() {
    this(Clock.system(HOME));
  }

  /**
   * By another clock.
   *
   * @param clock gives the moment and the time zone when {@code --now} is absent
   */
  Moment(Clock clock) {
    this.clock = clock;
  }

  ZonedDateTime of(CommandLine command) {
    if (now == null) {
      return ZonedDateTime.now(clock);
    }
    try {
      var parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(now, ZonedDateTime::from, LocalDateTime::from);
      return parsed instanceof ZonedDateTime zoned ? zoned : ((LocalDateTime) parsed).atZone(HOME);
    } catch (DateTimeException e) {
      throw new ParameterException(
          command, "--now: \"" + now + "\" is no ISO-8601 time such as 2026-03-04T10:30+08:00");
    }
  }
}
