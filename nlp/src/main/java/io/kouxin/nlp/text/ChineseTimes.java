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
      Pattern.compile(
          "的?(?:下班|收工|下班时间)(?:之前|以前|前)|的?(?:之内|以内|内)(?![科部容])|下班的?时候|的?(?:eod|cob)(?:之前|以前|前)?(?![a-z])");
  private static final Pattern AT_THE_LATEST =
      Pattern.compile(
          ".*(?:最晚|最迟|至迟|不晚于|不迟于|截止到?|截至|赶在|务必在|(?:deadline|ddl|截止日期|截止时间|最后期限|期限) ?(?:就|是|在|为|到|:)*)(?:是|在)?$",
          Pattern.DOTALL);

  /** Words between a day and its hour that mean nothing: 下周三下午吧大概三点. */
  private static final Pattern FILLERS =
      Pattern.compile("(?:[，, \\p{So}]|的|吧|呢|嘛|啊|呃|额|嗯|那个|大概|大约|差不多|可能|应该|估计|也?就是说?|就|约在|定在|约好)*+");

  private static final Pattern WEEKDAY = Pattern.compile("(?:周|星期|礼拜)[一二三四五六日天]");

  private static final Revisions REVISIONS =
      Revisions.of(
          "^(?!.*把).*?(?:不对|不是|不不|错了|口误|更正|(?:[哦噢喔啊呃嗯欸])不|应该是|准确地?说|改[到成为在约]|改|[推延挪调换][到成]|推[迟后延]到?|往[后前]推到?|延[后期]到?|顺延到?|调整[到成为]|提[前早]到?|变成)(?:[，,。 ]|应该|是|成|到|在|了|那个|呃|哦)*+$",
          "不是(?:说)?(?:在|约在)?$",
          "[，, ]*(?:而是|是|应该是)",
          "(?:[去来见谈到过]{0,2}(?:或者是?|或是|还是|要么是?|要不)|或|到|至|、|/|和|跟)?",
          "(?:下下|下|这|本)个?(?:周|星期|礼拜)",
          "(?:周|星期|礼拜)[一二三四五六日天]");

  /** Every character with which an expression can begin; at all others no pattern is tried. */
  private static final String BEGINNINGS =
      "0123456789零〇一二两俩仨三四五六七八九十百半今明后大下这本当次上昨前周星礼再过元春清五劳端赶中国节长放假季年开改回等待晚有抽哪月凌早午正傍夜差收第吃饭q";

  /** Characters between a day and an hour of it. */
  private static final int SOON = 8;

  private final Today today;
  private final LocalDateTime now;
  private final String text;

  ChineseTimes(String text, Today today) {
    this.text = Misheard.mended(FormalDigits.plain(text));
    this.today = today;
    this.now = today.time();
  }

  @Override
  public List<TimeMention> find() {
    var out = new ArrayList<TimeMention>();
    for (int at = 0; at < text.length(); ) {
      Optional<TimeMention> found =
          BEGINNINGS.indexOf(text.charAt(at)) < 0 ? Optional.empty() : at(at);
      found
          .map(this::corrected)
          .map(next -> out.isEmpty() ? next : onTheDayOf(out.getLast(), next))
          .ifPresent(out::add);
      at = found.isEmpty() ? at + 1 : out.getLast().end();
    }
    return REVISIONS.settle(text, out);
  }

  /** 他下周一坐诊让我上午十点来: an hour soon behind a day that lies ahead is one of that day. */
  private TimeMention onTheDayOf(TimeMention day, TimeMention hour) {
    boolean soon =
        hour.start() - day.end() <= SOON
            && text.substring(day.end(), hour.start())
                .chars()
                .noneMatch(c -> "，。！？；,;".indexOf(c) >= 0);
    boolean ahead = day.kind() == Due.Kind.DAY && day.at().filter(now::isBefore).isPresent();
    return hour.bare() && !day.bare() && ahead && soon
        ? hour.at(hour.at().orElseThrow().with(day.at().orElseThrow().toLocalDate()))
        : hour;
  }

  /** 明天下午三点哦不对四点: the hour behind the correction, on the same day. */
  private TimeMention corrected(TimeMention said) {
    if (said.at().isEmpty()) {
      return said;
    }
    return REVISIONS.takenBackAt(text, said.end()).stream()
        .flatMap(at -> otherHour(said, at).stream())
        .findFirst()
        .orElse(said);
  }

  private Optional<TimeMention> otherHour(TimeMention said, int at) {
    LocalDateTime then = said.at().orElseThrow();
    Optional<ChineseClock.Part> part = ChineseClock.part(text, at);
    DayPart before = then.getHour() > 12 ? DayPart.AFTERNOON : DayPart.NONE;
    DayPart named = part.map(ChineseClock.Part::part).orElse(before);
    boolean deadline = said.kind() == Due.Kind.DEADLINE;
    return ChineseClock.clock(text, part.map(ChineseClock.Part::end).orElse(at))
        .map(
            clock ->
                new TimeMention(
                    at,
                    clock.end(),
                    Optional.of(at(then.toLocalDate(), named, clock)),
                    kind(true, deadline),
                    false));
  }

  private Optional<TimeMention> at(int from) {
    return longest(List.of(dayTime(from), clockAlone(from), ChinesePeriods.at(text, from, today)));
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
    return ChineseDays.at(text, from, today).map(day -> hour(from, saidTwice(day)));
  }

  /** 明天周四, 下周三也就是十一号: one day that was named in two ways. */
  private DayMention saidTwice(DayMention day) {
    int at = skipFillers(day.end());
    return ChineseDays.at(text, at, today)
        .filter(again -> isSameDay(day.date(), again.date(), at))
        .map(again -> new DayMention(again.end(), day.date(), day.later(), again.part()))
        .orElse(day);
  }

  /** A bare 周五 behind a date only repeats it when the date is a Friday. */
  private boolean isSameDay(LocalDate said, LocalDate again, int at) {
    return again.equals(said)
        || (looking(WEEKDAY, at).lookingAt() && again.getDayOfWeek() == said.getDayOfWeek());
  }

  private int skipFillers(int at) {
    Matcher m = looking(FILLERS, at);
    return m.lookingAt() ? m.end() : at;
  }

  private TimeMention hour(int from, DayMention day) {
    Optional<ChineseClock.Part> part = ChineseClock.part(text, skipFillers(day.end()));
    int end = part.map(ChineseClock.Part::end).orElse(day.end());
    DayPart named = part.map(ChineseClock.Part::part).orElse(day.part());
    Optional<ChineseClock.Clock> clock = ChineseClock.clock(text, skipFillers(end));
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

  private static LocalDateTime at(LocalDate date, DayPart part, ChineseClock.Clock clock) {
    return date.atStartOfDay().plusHours(part.hourOfDay(clock.hour())).plusMinutes(clock.minute());
  }

  private static Due.Kind kind(boolean clock, boolean deadline) {
    return deadline ? Due.Kind.DEADLINE : clock ? Due.Kind.APPOINTMENT : Due.Kind.DAY;
  }

  private boolean latest(int from) {
    return AT_THE_LATEST.matcher(text.substring(Math.max(0, from - 14), from)).matches();
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
}
