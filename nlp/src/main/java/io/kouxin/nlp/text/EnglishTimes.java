package io.kouxin.nlp.text;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds and resolves every time expression of an English text, from left to right. */
final class EnglishTimes implements TimeGrammar {
  private static final Pattern BY =
      Pattern.compile(
          ".*\\b(?:by|before|until|till|no later than|not later than|due|deadline(?: is)?|at the latest)(?: the)?(?: on)?\\s*$",
          Pattern.DOTALL);
  private static final Pattern PART =
      Pattern.compile(
          "[, ]*(?:in the |at |first thing in the |first thing this )?(early morning|morning|noon|midday|lunch ?time|afternoon|evening|night)\\b");
  private static final Pattern CLOCK =
      Pattern.compile(
          "[, ]*(?:at |around |about |from )?(?:(half past|quarter past|a quarter past|quarter to|a quarter to) )?(noon|midday|\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
              + "(?::(\\d{2})| (fifteen|thirty|forty[ -]?five|twenty|forty|fifty|ten))?(?: ?(o'?clock))?(?: ?(a\\.?m\\.?|p\\.?m\\.?))?\\b(?: (?:in the|at) (morning|afternoon|evening|night))?");
  private static final Pattern OR = Pattern.compile("\\s*(?:or|/)\\s*(?:on |maybe )?");
  private static final Pattern LINK = Pattern.compile("[, ]+(?:on |of )?");
  private static final Pattern BOUNDARY = Pattern.compile("\\b");

  private final String text;
  private final LocalDateTime now;

  EnglishTimes(String text, LocalDateTime now) {
    this.text = text;
    this.now = now;
  }

  @Override
  public List<TimeMention> find() {
    var out = new ArrayList<TimeMention>();
    for (int at = 0; at < text.length(); ) {
      Optional<TimeMention> found = wordStart(at) ? at(at) : Optional.empty();
      found.ifPresent(m -> add(out, m));
      at = found.map(TimeMention::end).orElse(at + 1);
    }
    return out;
  }

  private boolean wordStart(int at) {
    return BOUNDARY.matcher(text).region(at, text.length()).useTransparentBounds(true).lookingAt()
        && !Character.isWhitespace(text.charAt(at));
  }

  /** "Wednesday or Thursday" fixes nothing. */
  private void add(List<TimeMention> out, TimeMention next) {
    TimeMention last = out.isEmpty() ? null : out.getLast();
    if (last != null && OR.matcher(text.substring(last.end(), next.start())).matches()) {
      out.set(out.size() - 1, TimeMention.vague(last.start(), next.end()));
    } else {
      out.add(next);
    }
  }

  private Optional<TimeMention> at(int from) {
    Optional<TimeMention> period = EnglishPeriods.at(text, from, now);
    Optional<TimeMention> day =
        EnglishDays.at(text, from, now.toLocalDate()).map(d -> hour(from, d));
    Optional<TimeMention> best =
        period.isPresent() && (day.isEmpty() || period.get().end() >= day.get().end())
            ? period
            : day;
    return best.isPresent() ? best : clockThenDay(from).or(() -> clockAlone(from));
  }

  /** "at three pm on Friday", "noon tomorrow". */
  private Optional<TimeMention> clockThenDay(int from) {
    Optional<Hour> clock = clock(from, DayPart.NONE);
    if (clock.isEmpty()) {
      return Optional.empty();
    }
    Hour hour = clock.get();
    Matcher link = LINK.matcher(text).region(hour.end(), text.length());
    int at = link.lookingAt() ? link.end() : hour.end();
    boolean deadline = deadlineBefore(from);
    return EnglishDays.at(text, at, now.toLocalDate())
        .map(
            day ->
                new TimeMention(
                    from,
                    day.end(),
                    Optional.of(
                        day.resolve(d -> d.plusHours(hour.hour()).plusMinutes(hour.minute()), now)),
                    kind(true, deadline),
                    false));
  }

  private boolean deadlineBefore(int from) {
    return BY.matcher(text.substring(Math.max(0, from - 24), from)).matches();
  }

  /** An hour on the 24-hour clock, and where its words end. */
  private record Hour(int end, int hour, int minute, boolean certain) {}

  private TimeMention hour(int from, DayMention day) {
    Optional<Hour> early = clock(day.end(), day.part());
    DayPart part = day.part();
    int end = day.end();
    if (early.isEmpty()) {
      Matcher m = PART.matcher(text).region(end, text.length()).useTransparentBounds(true);
      if (m.lookingAt()) {
        part = EnglishDays.part(m.group(1));
        end = m.end();
      }
    }
    Optional<Hour> clock = early.isPresent() ? early : clock(end, part);
    boolean deadline = deadlineBefore(from);
    LocalTime fallback = deadline ? part.deadline() : part.start();
    end = clock.map(Hour::end).orElse(end);
    LocalDateTime when =
        day.resolve(
            date ->
                clock
                    .map(h -> date.plusHours(h.hour()).plusMinutes(h.minute()))
                    .orElse(date.with(fallback)),
            now);
    return new TimeMention(from, end, Optional.of(when), kind(clock.isPresent(), deadline), false);
  }

  private static Due.Kind kind(boolean clock, boolean deadline) {
    return deadline ? Due.Kind.DEADLINE : clock ? Due.Kind.APPOINTMENT : Due.Kind.DAY;
  }

  private Optional<Hour> clock(int at, DayPart named) {
    Matcher m = CLOCK.matcher(text).region(at, text.length()).useTransparentBounds(true);
    if (!m.lookingAt() || text.substring(m.end()).startsWith(" percent")) {
      return Optional.empty();
    }
    boolean marked =
        m.group(1) != null
            || m.group(3) != null
            || m.group(5) != null
            || m.group(6) != null
            || m.group(7) != null
            || m.group(2).startsWith("n")
            || m.group(2).startsWith("mid")
            || m.group().contains("at ");
    int said = EnglishNumber.parse(m.group(2)).map(Double::intValue).orElse(12);
    int minute = minutes(m);
    int hour = said > 24 || minute > 59 ? -1 : onClock(said, m, named);
    return hour < 0
        ? Optional.empty()
        : Optional.of(
            new Hour(m.end(), minute < 0 ? hour - 1 : hour, Math.floorMod(minute, 60), marked));
  }

  private static int onClock(int said, Matcher m, DayPart named) {
    if (m.group(6) != null) {
      return m.group(6).startsWith("p") ? said % 12 + 12 : said % 12;
    }
    DayPart part = m.group(7) == null ? named : EnglishDays.part(m.group(7));
    return part.hourOfDay(said);
  }

  /** Minutes past the hour; negative for "quarter to". */
  private static int minutes(Matcher m) {
    String prefix = m.group(1) == null ? "" : m.group(1);
    if (prefix.startsWith("half")) {
      return 30;
    }
    if (!prefix.isEmpty()) {
      return prefix.endsWith("past") ? 15 : -15;
    }
    if (m.group(3) != null) {
      return Integer.parseInt(m.group(3));
    }
    return m.group(4) == null
        ? 0
        : EnglishNumber.parse(m.group(4).replace("fortyfive", "forty five"))
            .map(Double::intValue)
            .orElse(0);
  }

  private Optional<TimeMention> clockAlone(int from) {
    boolean deadline = deadlineBefore(from);
    return clock(from, DayPart.NONE)
        .filter(Hour::certain)
        .map(
            h -> {
              LocalDateTime today =
                  now.toLocalDate().atTime(0, 0).plusHours(h.hour()).plusMinutes(h.minute());
              LocalDateTime when = today.isBefore(now) ? today.plusDays(1) : today;
              return new TimeMention(from, h.end(), Optional.of(when), kind(true, deadline), true);
            });
  }
}
