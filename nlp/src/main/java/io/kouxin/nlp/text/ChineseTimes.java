package io.kouxin.nlp.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds and resolves every time expression of a Chinese text, from left to right. */
final class ChineseTimes implements TimeGrammar {
  /** Makes a deadline of the time before it; 前台, 前面 and 前后 do not. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:(?:就|要|得|都|必须)?(?:之前|以前|之内|以内|截止|截至|为止)|(?:就|要|得|都)截止|内(?![科部容蒙外存线勤])|前(?![台后面天年辈线期排段任院列几]))");

  private static final Pattern END_OF_DAY =
      Pattern.compile("的?(?:下班|收工|下班时间)(?:之前|以前|前)|的?(?:之内|以内|内)(?![科部容])|下班的?时候");
  private static final Pattern AT_THE_LATEST =
      Pattern.compile(".*(?:最晚|最迟|至迟|不晚于|不迟于|截止到?|截至|赶在|务必在)(?:是|在)?$", Pattern.DOTALL);
  private static final Pattern EITHER_OR = Pattern.compile("(?:或者是?|或是|还是|或|要么|到|至|、|/)?");

  /** Every character with which an expression can begin; at all others no pattern is tried. */
  private static final String BEGINNINGS =
      "0123456789零〇一二两俩仨三四五六七八九十百半今明后大下这本当次上昨前周星礼再过元春清五劳端中国节长放假季年开改回等待晚有抽哪月凌早午正傍夜";

  private final LocalDateTime now;
  private final String text;

  ChineseTimes(String text, LocalDateTime now) {
    this.text = text;
    this.now = now;
  }

  @Override
  public List<TimeMention> find() {
    var out = new ArrayList<TimeMention>();
    for (int at = 0; at < text.length(); ) {
      Optional<TimeMention> found =
          BEGINNINGS.indexOf(text.charAt(at)) < 0 ? Optional.empty() : at(at);
      found.ifPresent(out::add);
      at = found.map(TimeMention::end).orElse(at + 1);
    }
    return alternativesAreVague(out);
  }

  private Optional<TimeMention> at(int from) {
    return longest(List.of(dayTime(from), clockAlone(from), ChinesePeriods.at(text, from, now)));
  }

  private static Optional<TimeMention> longest(List<Optional<TimeMention>> found) {
    Optional<TimeMention> best = Optional.empty();
    for (Optional<TimeMention> one : found) {
      if (one.isPresent() && (best.isEmpty() || one.get().end() > best.get().end())) {
        best = one;
      }
    }
    return best;
  }

  private Optional<TimeMention> dayTime(int from) {
    return ChineseDays.at(text, from, now.toLocalDate()).map(day -> hour(from, day));
  }

  private TimeMention hour(int from, DayMention day) {
    Optional<ChineseClock.Part> part = ChineseClock.part(text, day.end());
    int end = part.map(ChineseClock.Part::end).orElse(day.end());
    DayPart named = part.map(ChineseClock.Part::part).orElse(day.part());
    Optional<ChineseClock.Clock> clock = ChineseClock.clock(text, skipDe(end));
    end = clock.map(ChineseClock.Clock::end).orElse(end);
    Matcher endOfDay = looking(END_OF_DAY, end);
    boolean dayEnds = clock.isEmpty() && endOfDay.lookingAt();
    Matcher before = looking(BEFORE, end);
    boolean deadline = dayEnds || before.lookingAt() || latest(from);
    int last = dayEnds ? endOfDay.end() : before.lookingAt() ? before.end() : end;
    LocalTime fallback =
        dayEnds ? LocalTime.of(18, 0) : deadline ? named.deadline() : named.start();
    UnaryOperator<LocalDateTime> setHour =
        date -> clock.map(c -> at(date.toLocalDate(), named, c)).orElse(date.with(fallback));
    return new TimeMention(
        from,
        last,
        Optional.of(day.resolve(setHour, now)),
        kind(clock.isPresent(), deadline),
        false);
  }

  private int skipDe(int at) {
    return at < text.length() && text.charAt(at) == '的' ? at + 1 : at;
  }

  private static LocalDateTime at(LocalDate date, DayPart part, ChineseClock.Clock clock) {
    return date.atStartOfDay().plusHours(part.hourOfDay(clock.hour())).plusMinutes(clock.minute());
  }

  private static Due.Kind kind(boolean clock, boolean deadline) {
    return deadline ? Due.Kind.DEADLINE : clock ? Due.Kind.APPOINTMENT : Due.Kind.DAY;
  }

  private boolean latest(int from) {
    return AT_THE_LATEST.matcher(text.substring(Math.max(0, from - 6), from)).matches();
  }

  private Matcher looking(Pattern pattern, int at) {
    return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
  }

  /** 下午三点, 三点半前, 下班前: today, or tomorrow when it is past. */
  private Optional<TimeMention> clockAlone(int from) {
    Matcher leaving = looking(Pattern.compile("下班(?:之前|以前|前)"), from);
    if (leaving.lookingAt()) {
      return Optional.of(
          new TimeMention(
              from,
              leaving.end(),
              Optional.of(now.with(LocalTime.of(18, 0))),
              Due.Kind.DEADLINE,
              false));
    }
    Optional<ChineseClock.Part> part = ChineseClock.part(text, from);
    int at = part.map(ChineseClock.Part::end).orElse(from);
    Optional<ChineseClock.Clock> found = ChineseClock.clock(text, at);
    if (found.isEmpty() || from > 0 && "第有这那几每两一提".indexOf(text.charAt(from - 1)) >= 0) {
      return Optional.empty();
    }
    ChineseClock.Clock clock = found.get();
    Matcher before = looking(BEFORE, clock.end());
    boolean deadline = before.lookingAt() || latest(from);
    if (clock.loose() && part.isEmpty() && !deadline) {
      return Optional.empty();
    }
    LocalDateTime today =
        at(now.toLocalDate(), part.map(ChineseClock.Part::part).orElse(DayPart.NONE), clock);
    LocalDateTime when = today.isBefore(now) ? today.plusDays(1) : today;
    int end = before.lookingAt() ? before.end() : clock.end();
    return Optional.of(new TimeMention(from, end, Optional.of(when), kind(true, deadline), true));
  }

  /** 这周三或者周四: two days that are offered are none that is fixed. */
  private List<TimeMention> alternativesAreVague(List<TimeMention> found) {
    var out = new ArrayList<TimeMention>();
    for (TimeMention next : found) {
      TimeMention last = out.isEmpty() ? null : out.getLast();
      if (last != null
          && !last.bare()
          && EITHER_OR.matcher(text.substring(last.end(), next.start())).matches()
          && last.kind() != Due.Kind.DEADLINE) {
        out.set(out.size() - 1, TimeMention.vague(last.start(), next.end()));
      } else {
        out.add(next);
      }
    }
    return out;
  }
}
