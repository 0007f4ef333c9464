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
          ".*\\b(?:by|before|"
              + EnglishRefusals.UNTIL
              + "|no later than|not later than|on or before|due|deadline(?: is)?|at the latest)(?: the)?(?: on)?\\s*$",
          Pattern.DOTALL);
  private static final Pattern PART =
      Pattern.compile(
          "[, ]*(?<by>by |before )?(?:in the |at |first thing in the |first thing this )?(?<part>early morning|morning|noon|midday|lunch ?time|afternoon|evening|night)\\b");

  private static final String MINUTES =
      "five|ten|twenty(?:[ -]five)?|(?:\\d{1,2}|" + EnglishNumber.SUB + ") minutes";

  /** Minutes beside an hour: ten past, a quarter to. A span is none: "from ten to twelve". */
  private static final String BESIDE =
      "half past|(?:(?:a )?quarter|"
          + MINUTES
          + "|\\d{1,2}) (?:past|after(?= "
          + EnglishNumber.HOUR
          + "\\b))|(?:(?:a )?quarter|(?<!\\b(?:from|between) )(?:"
          + MINUTES
          + ")) to";

  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:[, ]+(?:by|before) |[, ]*)(?:(?:at|around|about|from|between|like|maybe|say) )*+(?:("
              + BESIDE
              + ") )?(noon|mid ?day|lunch(?! (?:i|we) (?:had|ate|sat|was|were|met|took))|\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
              + "(?::(\\d{2})| (fifteen|thirty|forty[ -]?five|twenty|forty|fifty|ten|[0-5][05]\\b))?(?: ?(o'?clock))?(?: ?(a\\.?m\\.?|p\\.?m\\.?))?\\b(?: (?:in the|at) (morning|afternoon|evening|night))?");
  private static final Pattern END_OF_DAY =
      Pattern.compile(
          "[, ]*(?:by |at |before )?(?:the )?(?:end of (?:the )?(?:business |working )?day|close of business|eod|cob|end of business)\\b");

  /** What a number counts when it is no hour: "one of them", "ten percent". */
  private static final Pattern COUNTED =
      Pattern.compile(
          " (?:percent|(?:hundred|thousand|million|dollars?|yuan|euros?|units?|boxes|sets|pieces|people|days?|weeks?|months?|years?|hours?|minutes)\\b|of (?:them|the|us|our|his|her)\\b)");

  /** Where a span ends: from nine "to eleven". */
  private static final Pattern SPAN_END =
      Pattern.compile(
          " (?:to|till|until|and) (?:"
              + EnglishNumber.HOUR
              + "|\\d{1,2}(?::\\d{2})?)(?: ?(?:o'?clock|[ap]\\.?m\\.?))?\\b");

  private static final Pattern SPAN =
      Pattern.compile(".*\\b(?:from|between) (?:around |about )?\\S+$");

  /** "Five to six" may be as many boxes, unless a word says that it is a time. */
  private static final Pattern SURE =
      Pattern.compile("half|quarter|past|after|minutes|twenty|\\b(?:at|by|before) ");

  private static final Pattern MARKER = Pattern.compile("\\b(?:at|by|before) ");
  private static final Pattern BY_CLOCK = Pattern.compile("\\b(?:by|before) ");

  /** "a new one next Tuesday" is no hour. */
  private static final Pattern A_THING = Pattern.compile("one (?!o'?clock|[ap]\\.?m)");

  private static final Pattern ON = Pattern.compile(" (?:on |of )?");

  /** What may follow an hour that is nothing but a number: "Monday two I call". */
  private static final Pattern NO_COUNT =
      Pattern.compile("\\s*(?:$|[,.;]|(?:i|we|to|for|with|at|in|please|and|then)\\b)");

  private static final Revisions REVISIONS =
      Revisions.of(
          "\\b(?:no|sorry|wait|i mean|rather|actually|correction|(?:moved|changed|postponed|pushed|rescheduled|brought forward) (?:it )?to)\\b(?: (?:on|it's|is|no|i mean|sorry))*[, ]*$",
          "\\b(?:not|from)(?: on)? $",
          "[, ]*(?:but |it's |to |on )*",
          "\\s*(?:or|/)\\s*(?:on |maybe )?",
          "(?:next|this) \\w+day",
          "\\w+day");
  private static final Pattern LINK = Pattern.compile("[, ]+(?:on |of )?");
  private static final Pattern BOUNDARY = Pattern.compile("\\b");

  private final String text;
  private final Today today;
  private final LocalDateTime now;

  EnglishTimes(String text, Today today) {
    this.text = text;
    this.today = today;
    this.now = today.time();
  }

  @Override
  public List<TimeMention> find() {
    var out = new ArrayList<TimeMention>();
    for (int at = 0; at < text.length(); ) {
      Optional<TimeMention> found = wordStart(at) ? at(at) : Optional.empty();
      found.ifPresent(out::add);
      at = found.map(TimeMention::end).orElse(at + 1);
    }
    return REVISIONS.settle(text, out);
  }

  private boolean wordStart(int at) {
    return BOUNDARY.matcher(text).region(at, text.length()).useTransparentBounds(true).lookingAt()
        && !Character.isWhitespace(text.charAt(at));
  }

  private Optional<TimeMention> at(int from) {
    Optional<TimeMention> period = EnglishPeriods.at(text, from, today);
    Optional<TimeMention> day = EnglishDays.at(text, from, today).map(d -> hour(from, d));
    Optional<TimeMention> best =
        period.isPresent() && (day.isEmpty() || period.get().end() >= day.get().end())
            ? period
            : day;
    Optional<TimeMention> named = endOfDayThenDay(from);
    return named.isPresent()
        ? named
        : best.isPresent() ? best : clockThenDay(from).or(() -> clockAlone(from));
  }

  /** "close of business tomorrow", "COB Thursday". */
  private Optional<TimeMention> endOfDayThenDay(int from) {
    Matcher end = looking(END_OF_DAY, from);
    if (!end.lookingAt()) {
      return Optional.empty();
    }
    Matcher link = looking(ON, end.end());
    return link.lookingAt()
        ? EnglishDays.at(text, link.end(), today).map(day -> dayEnds(from, day.end(), day))
        : Optional.empty();
  }

  private TimeMention dayEnds(int from, int end, DayMention day) {
    LocalDateTime at = day.resolve(date -> date.with(DayPart.NONE.deadline()), now);
    return new TimeMention(from, end, Optional.of(at), Due.Kind.DEADLINE, false);
  }

  private Matcher looking(Pattern pattern, int at) {
    return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
  }

  /** "at three pm on Friday", "noon tomorrow". */
  private Optional<TimeMention> clockThenDay(int from) {
    Optional<Hour> clock = clock(from, DayPart.NONE);
    if (clock.isEmpty() || looking(A_THING, from).lookingAt()) {
      return Optional.empty();
    }
    Matcher link = LINK.matcher(text).region(clock.get().end(), text.length());
    int at = link.lookingAt() ? link.end() : clock.get().end();
    boolean deadline = deadlineBefore(from);
    return EnglishDays.at(text, at, today)
        .map(
            day -> {
              Matcher m = looking(PART, day.end());
              boolean named = m.lookingAt() && m.group("by") == null;
              DayPart part = named ? EnglishDays.part(m.group("part")) : day.part();
              Hour hour = clock(from, part).orElse(clock.get());
              return new TimeMention(
                  from,
                  named ? m.end() : day.end(),
                  Optional.of(
                      day.resolve(d -> d.plusHours(hour.hour()).plusMinutes(hour.minute()), now)),
                  kind(true, deadline),
                  false);
            });
  }

  private boolean deadlineBefore(int from) {
    return BY.matcher(text.substring(Math.max(0, from - 24), from)).matches();
  }

  /** An hour on the 24-hour clock, and where its words end. */
  private record Hour(int end, int hour, int minute, boolean certain) {}

  private TimeMention hour(int from, DayMention day) {
    Matcher ends = looking(END_OF_DAY, day.end());
    if (ends.lookingAt()) {
      return dayEnds(from, ends.end(), day);
    }
    Optional<Hour> early = clock(day.end(), day.part()).filter(this::isHour);
    DayPart part = day.part();
    int end = day.end();
    boolean before = false;
    if (early.isEmpty()) {
      Matcher m = PART.matcher(text).region(end, text.length()).useTransparentBounds(true);
      if (m.lookingAt()) {
        part = EnglishDays.part(m.group("part"));
        end = m.end();
        before = m.group("by") != null;
      }
    }
    Optional<Hour> clock = early.isPresent() ? early : clock(end, part).filter(this::isHour);
    before |=
        clock.filter(h -> BY_CLOCK.matcher(text.substring(day.end(), h.end())).find()).isPresent();
    boolean deadline = before || deadlineBefore(from);
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

  /** A number behind a day may count something: "Friday two doctors". */
  private boolean isHour(Hour hour) {
    return hour.certain()
        || hour.minute() > 0
        || NO_COUNT.matcher(text).region(hour.end(), text.length()).lookingAt();
  }

  private Optional<Hour> clock(int at, DayPart named) {
    Matcher m = CLOCK.matcher(text).region(at, text.length()).useTransparentBounds(true);
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    Matcher span = looking(SPAN_END, m.end());
    boolean spanned = SPAN.matcher(m.group()).matches() && span.lookingAt();
    int end = spanned ? span.end() : m.end();
    if (looking(COUNTED, end).lookingAt()) {
      return Optional.empty();
    }
    boolean marked =
        (m.group(1) != null && SURE.matcher(m.group()).find())
            || m.group(3) != null
            || m.group(5) != null
            || m.group(6) != null
            || m.group(7) != null
            || m.group(2).equals("noon")
            || m.group(2).startsWith("mid")
            || MARKER.matcher(m.group()).find();
    int said = EnglishNumber.parse(m.group(2)).map(Double::intValue).orElse(12);
    int minute = minutes(m);
    int hour = said > 24 || minute > 59 ? -1 : onClock(said, m, named);
    return hour < 0
        ? Optional.empty()
        : Optional.of(
            new Hour(end, minute < 0 ? hour - 1 : hour, Math.floorMod(minute, 60), marked));
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
    if (m.group(1) != null) {
      return beside(m.group(1));
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

  private static int beside(String said) {
    if (said.startsWith("half")) {
      return 30;
    }
    String[] words = said.split(" (?:minutes )?(?=\\w+$)");
    int minutes =
        words[0].endsWith("quarter")
            ? 15
            : EnglishNumber.parse(words[0]).map(Double::intValue).orElse(0);
    return said.endsWith("past") || said.endsWith("after") ? minutes : -minutes;
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
