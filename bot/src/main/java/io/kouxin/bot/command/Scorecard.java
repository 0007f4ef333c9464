package io.kouxin.bot.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How well tagging does on labelled memos. Micro-F1 counts every tag of every memo alike; its
 * interval is the middle 95 % of what {@value #RESAMPLES} random draws of as many memos give
 * (bootstrap, with a fixed seed). Macro-F1 is the mean over the entries that are wanted somewhere.
 */
final class Scorecard {
  private static final int RESAMPLES = 1000;

  private final List<Judged> memos = new ArrayList<>();
  private final ZoneId zone;

  /**
   * An empty card.
   *
   * @param zone in which days are compared
   */
  Scorecard(ZoneId zone) {
    this.zone = zone;
  }

  void add(GoldMemo gold, List<String> tags, List<String> suggestions, Optional<Instant> due) {
    memos.add(Judged.of(gold, tags, suggestions, due));
  }

  /** The same memos, for where they went wrong. */
  Mistakes mistakes(int most) {
    return new Mistakes(List.copyOf(memos), most);
  }

  /** Micro-F1 of all. */
  double f1() {
    return Judged.tally(memos).f1();
  }

  void print(PrintWriter out) {
    printMicro(out);
    printMacro(out);
    printOffered(out);
    printHeard(out);
    printDenied(out);
    printDue(out);
  }

  private void printMicro(PrintWriter out) {
    Tally all = Judged.tally(memos);
    double[] interval = interval();
    out.printf(
        Locale.ROOT,
        "micro %s (%s; 95%% of draws: %.1f to %.1f%%) over %d memos, %d tags%n",
        percents(all.precision(), all.recall(), all.f1()),
        all.counts(),
        100 * interval[0],
        100 * interval[1],
        memos.size(),
        all.expected());
  }

  private double[] interval() {
    var random = new Random(20261122);
    double[] scores = new double[RESAMPLES];
    List<Tally> tallies = memos.stream().map(Judged::tally).toList();
    for (int r = 0; r < RESAMPLES; r++) {
      var drawn = new Tally();
      for (int m = 0; m < tallies.size(); m++) {
        drawn.add(tallies.get(random.nextInt(tallies.size())));
      }
      scores[r] = drawn.f1();
    }
    Arrays.sort(scores);
    return new double[] {scores[RESAMPLES / 40], scores[RESAMPLES - 1 - RESAMPLES / 40]};
  }

  private void printMacro(PrintWriter out) {
    List<Tally> wanted =
        Judged.byTag(memos).values().stream().filter(tally -> tally.expected() > 0).toList();
    out.printf(
        Locale.ROOT,
        "macro %s over %d entries that are wanted%n",
        percents(
            mean(wanted, Tally::precision), mean(wanted, Tally::recall), mean(wanted, Tally::f1)),
        wanted.size());
  }

  private static double mean(Collection<Tally> tallies, ToDoubleFunction<Tally> score) {
    return tallies.stream().mapToDouble(score).average().orElse(0);
  }

  private void printOffered(PrintWriter out) {
    int there = 0;
    int all = 0;
    for (Judged memo : memos) {
      all += memo.gold().tags().size();
      there += (int) memo.gold().tags().stream().filter(memo.offered()::contains).count();
    }
    out.printf(
        "recall@5 %s (tags, then suggestions); exact tag sets %s%n",
        counted(there, all), counted(count(Judged::isExact), memos.size()));
  }

  private void printHeard(PrintWriter out) {
    out.printf(
        "memos heard right %s; misheard memos %s%n",
        scored(memos.stream().filter(memo -> !memo.gold().noisy()).toList()),
        scored(memos.stream().filter(memo -> memo.gold().noisy()).toList()));
  }

  private static String scored(List<Judged> memos) {
    Tally tally = Judged.tally(memos);
    return String.format(
        Locale.ROOT, "F1 %.1f%% (%s) of %d", 100 * tally.f1(), tally.counts(), memos.size());
  }

  private void printDenied(PrintWriter out) {
    int denied = 0;
    int taken = 0;
    for (Judged memo : memos) {
      denied += memo.gold().negated().size();
      taken += (int) memo.gold().negated().stream().filter(memo.tags()::contains).count();
    }
    Predicate<Judged> silent = memo -> memo.gold().tags().isEmpty();
    out.printf(
        "denied mentions tagged %s; memos without a tag left so %s%n",
        counted(taken, denied),
        counted(count(silent.and(memo -> memo.tags().isEmpty())), count(silent)));
  }

  private void printDue(PrintWriter out) {
    Predicate<Judged> timed = memo -> memo.gold().asksForTime();
    Predicate<Judged> told = timed.and(memo -> memo.gold().due().isPresent());
    Predicate<Judged> vague = timed.and(told.negate());
    Predicate<Judged> alarm = timed.negate().and(memo -> memo.due().isPresent());
    int times = count(timed);
    out.printf(
        "due exact %s; false alarms %s%n",
        counted(count(timed.and(Judged::isDueExact)), times),
        counted(count(alarm), memos.size() - times));
    out.printf(
        "due date %s; exact of those that can be told %s; vague ones left open %s%n",
        counted(count(timed.and(memo -> memo.isDueDateExact(zone))), times),
        counted(count(told.and(Judged::isDueExact)), count(told)),
        counted(count(vague.and(Judged::isDueExact)), count(vague)));
  }

  private int count(Predicate<Judged> which) {
    return (int) memos.stream().filter(which).count();
  }

  private static String percents(double precision, double recall, double f1) {
    return String.format(
        Locale.ROOT, "P %.1f%% R %.1f%% F1 %.1f%%", 100 * precision, 100 * recall, 100 * f1);
  }

  private static String counted(int part, int whole) {
    return String.format(
        Locale.ROOT, "%.1f%% (%d of %d)", 100 * Tally.share(part, whole), part, whole);
  }
}
