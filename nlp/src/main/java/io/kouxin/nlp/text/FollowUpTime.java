package io.kouxin.nlp.text;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Chooses the one time that a memo asks for. Times of the past, of deliveries and of other people's
 * plans are mentioned too; words on either side tell them apart.
 *
 * @param asked ends in front of a time that somebody asked the rep for
 * @param acting begins behind a time at which the rep is to act
 * @param mine begins behind a time with the rep as the one who acts
 * @param waiting ends in front of a time that is only waited for, or narrated
 * @param elsewhere begins behind a time at which something happens without the rep
 * @param others ends in front of a time that is somebody else's
 * @param meeting begins behind somebody else's time that concerns the rep all the same
 * @param over ends in front of a time that is past, a rival's or nobody's whatever follows
 * @param gone begins behind a time that was cancelled or done, is private, or is one of terms
 * @param counted ends in front of a duration that counts from something other than now or that only
 *     something lasts
 * @param shared begins behind a day on which something is done together or by our side; a mere day
 *     without it and without a cue is no promise, while a deadline or an hour is
 * @param told words around a time that only tell what was, usually is or is not to be
 * @param goneBy words around an hour that is past today and was said without a day: it tells what
 *     was; without them tomorrow's is meant
 * @param plain words around a day on which somebody does something, and it is the rep
 */
record FollowUpTime(
    Pattern asked,
    Pattern acting,
    Pattern mine,
    Pattern waiting,
    Pattern elsewhere,
    Pattern others,
    Pattern meeting,
    Pattern over,
    Pattern gone,
    Pattern counted,
    Pattern shared,
    List<Around> told,
    Around goneBy,
    Around plain) {
  private static final int REACH = 18;

  /** What a time that is no vague one scores at the least: more than any vague one. */
  private static final int CERTAIN = 4;

  /** Nothing behind a time: it is what the clause is about. */
  private static final Pattern ALONE = Pattern.compile("^(?:吧|见|呗|哈)?\\s*(?:$|[^\\p{L}\\p{N}\\s])");

  /** Agreed on, not done: 今天下午三点约了他. */
  private static final Pattern AGREED = Pattern.compile("^[^，。]{0,4}?(?:约|定|订|好|排|改|答应|请|有|叫|让)了");

  /** What begins behind a day of today that only tells what was done: 今天送了, "today I met". */
  private static final Pattern DONE =
      Pattern.compile(
          "^[，, ]*(?:我|我们|就|才|刚|又|也|都|跑|上午|下午|总算|终于|果然|居然)*\\p{IsHan}{1,2}了"
              + "|^,? ?(?:i |we )?(?:just |also |only )?"
              + "(?:\\p{L}{2,}ed|went|met|saw|had|left|spoke|gave|told|sent|was|were|made)\\b");

  /** A length of time, with whatever makes an instant of it: 三天内, "within two hours". */
  private static final Pattern DURATION =
      Pattern.compile(
          "^过?(?:"
              + ChineseNumber.TOKEN
              + ")(?:个半?月|(?<=[两俩仨半])月|个?半?(?:天|周|星期|礼拜|年|小时|钟头|分钟|工作[日天]))|^(?:with)?in \\w");

  private static final Pattern STOP = Pattern.compile("[，。！？；,!?;…\\n]|\\.(?!\\d)");

  /** Compiles the patterns, in the order of the components; nothing goes by what is around. */
  static FollowUpTime of(String... regexes) {
    List<Pattern> p = List.of(regexes).stream().map(Pattern::compile).toList();
    return new FollowUpTime(
        p.get(0),
        p.get(1),
        p.get(2),
        p.get(3),
        p.get(4),
        p.get(5),
        p.get(6),
        p.get(7),
        p.get(8),
        p.get(9),
        p.get(10),
        List.of(),
        Around.NOTHING,
        Around.NOTHING);
  }

  /** The same with what goes by the words around a time. */
  FollowUpTime with(List<Around> telling, Around passed, Around own) {
    return new FollowUpTime(
        asked, acting, mine, waiting, elsewhere, others, meeting, over, gone, counted, shared,
        telling, passed, own);
  }

  /**
   * The best of the times, of equals the last; a vague one only where no other is left.
   *
   * @param text the plain text
   * @param times all its expressions, in order
   * @param now local time of the memo; what lies before it is no promise
   */
  Optional<TimeMention> choose(String text, List<TimeMention> times, LocalDateTime now) {
    Optional<TimeMention> best = Optional.empty();
    int bestScore = 0;
    for (int i = 0; i < times.size(); i++) {
      int score = score(text, times, i, now);
      if (score > 0 && score >= bestScore) {
        best = Optional.of(times.get(i));
        bestScore = score;
      }
    }
    return best;
  }

  private int score(String text, List<TimeMention> times, int i, LocalDateTime now) {
    TimeMention time = times.get(i);
    String before = before(text, time.start(), i == 0 ? 0 : times.get(i - 1).end(), REACH);
    String after =
        after(text, time.end(), i + 1 == times.size() ? text.length() : times.get(i + 1).start());
    String far = before(text, time.start(), i == 0 ? 0 : times.get(i - 1).end(), 3 * REACH);
    String said = text.substring(time.start(), time.end());
    boolean named = i > 0 && isDayOf(text, times.get(i - 1), time, now);
    if (isNoPromise(said, far, after)
        || (!named && isGoneBy(time, now) && goneBy.matches(before, said, after))) {
      return 0;
    }
    boolean forRep = asked.matcher(before).find() || mine.matcher(after).find();
    if (!forRep && isSomebodyElses(before, after)) {
      return 0;
    }
    int cues =
        (forRep ? 2 : 0) + (acting.matcher(after).find() || AGREED.matcher(after).find() ? 1 : 0);
    if (time.at().isEmpty()) {
      return cues > 0 ? 1 : 0;
    }
    boolean past = !time.at().get().isAfter(now) || isDone(time, after, now);
    if (past || waiting.matcher(before).find()) {
      return 0;
    }
    boolean evident = isEvident(time, after) || plain.matches(before, said, after);
    return cues == 0 && !evident ? 0 : CERTAIN + cues + (time.kind() == Due.Kind.DAY ? 0 : 1);
  }

  /** An hour of today that is past, and no day was said: 上午十点见的. */
  private static boolean isGoneBy(TimeMention time, LocalDateTime now) {
    return time.bare()
        && time.kind() == Due.Kind.APPOINTMENT
        && time.at().filter(at -> at.toLocalDate().isAfter(now.toLocalDate())).isPresent();
  }

  /** Whether a day that lies ahead was said shortly before an hour: 明天行程七点半出发. */
  private static boolean isDayOf(
      String text, TimeMention day, TimeMention hour, LocalDateTime now) {
    return !day.bare()
        && day.at().filter(now::isBefore).isPresent()
        && hour.start() - day.end() <= REACH / 2
        && !STOP.matcher(text.substring(day.end(), hour.start())).find();
  }

  /** A deadline or an hour of a named day is a promise unless something speaks against it. */
  private boolean isEvident(TimeMention time, String after) {
    return !time.bare()
        && (time.kind() != Due.Kind.DAY
            || ALONE.matcher(after).find()
            || shared.matcher(after).find());
  }

  private boolean isNoPromise(String said, String before, String after) {
    return gone.matcher(after).find()
        || told.stream().anyMatch(t -> t.matches(before, said, after))
        || (over.matcher(before).find() && !meeting.matcher(after).find())
        || (counted.matcher(before).find() && DURATION.matcher(said).find());
  }

  /** Said early in the morning, 今天 lies ahead by the clock and behind by its words. */
  private static boolean isDone(TimeMention time, String after, LocalDateTime now) {
    boolean today = time.at().orElseThrow().toLocalDate().equals(now.toLocalDate());
    boolean day = !time.bare() && time.kind() == Due.Kind.DAY;
    boolean spoken = day ? today : (time.bare() || today) && !AGREED.matcher(after).find();
    return spoken && DONE.matcher(after).find();
  }

  private boolean isSomebodyElses(String before, String after) {
    return elsewhere.matcher(after).find()
        || (others.matcher(before).find() && !meeting.matcher(after).find());
  }

  private static String before(String text, int at, int from, int reach) {
    String near = text.substring(Math.max(from, at - reach), at);
    var stops = STOP.matcher(near);
    int start = 0;
    while (stops.find()) {
      start = stops.end();
    }
    return near.substring(start);
  }

  private static String after(String text, int at, int to) {
    String near = text.substring(at, Math.min(to, at + 2 * REACH)).stripLeading();
    var stop = STOP.matcher(near);
    return stop.find() && stop.start() > 0 ? near.substring(0, stop.start()) : near;
  }
}
