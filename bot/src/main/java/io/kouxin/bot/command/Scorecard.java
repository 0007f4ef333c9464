package io.kouxin.bot.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well tagging does on labelled memos. Micro-F1 counts every tag of every memo alike; its
 * interval is the middle 95 % of what {@value #RESAMPLES} random draws of as many memos give
 * (bootstrap, with a fixed seed).
 */
final class Scorecard {
  private static final int RESAMPLES = 1000;
  private static final int OFFERED = 5;

  private final List<Judged> memos = new ArrayList<>();

  /**
   * One memo and what was found in it.
   *
   * @param tags written without asking
   * @param offered the first five of tags and suggestions
   */
  private record Judged(
      GoldMemo gold, Set<String> tags, Set<String> offered, Optional<Instant> due) {
    Tally tally() {
      var out = new Tally();
      var all = new LinkedHashSet<>(gold.tags());
      all.addAll(tags);
      all.forEach(tag -> out.add(gold.tags().contains(tag), tags.contains(tag)));
      return out;
    }
  }

  void add(GoldMemo gold, List<String> tags, List<String> suggestions, Optional<Instant> due) {
    var ranked = new LinkedHashSet<>(tags);
    ranked.addAll(suggestions);
    var offered = new LinkedHashSet<>(ranked.stream().limit(OFFERED).toList());
    memos.add(new Judged(gold, Set.copyOf(tags), offered, due.map(GoldMemo::minute)));
  }

  void print(PrintWriter out) {
    Tally all = tally(memos);
    double[] interval = interval();
    out.printf(
        Locale.ROOT,
        "micro P %.1f%% R %.1f%% F1 %.1f%% (95%% of draws: %.1f to %.1f%%) over %d memos, %d tags%n",
        100 * all.precision(),
        100 * all.recall(),
        100 * all.f1(),
        100 * interval[0],
        100 * interval[1],
        memos.size(),
        all.expected());
    printOffered(out);
    printDenied(out);
    printDue(out);
  }

  private static Tally tally(List<Judged> memos) {
    var out = new Tally();
    memos.forEach(memo -> out.add(memo.tally()));
    return out;
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
    java.util.Arrays.sort(scores);
    return new double[] {scores[RESAMPLES / 40], scores[RESAMPLES - 1 - RESAMPLES / 40]};
  }

  private void printOffered(PrintWriter out) {
    int there = 0;
    int all = 0;
    for (Judged memo : memos) {
      all += memo.gold().tags().size();
      there += (int) memo.gold().tags().stream().filter(memo.offered()::contains).count();
    }
    List<Judged> noisy = memos.stream().filter(memo -> memo.gold().noisy()).toList();
    out.printf(
        Locale.ROOT,
        "recall@5 %s (tags, then suggestions); misheard memos F1 %.1f%% of %d%n",
        counted(there, all),
        100 * tally(noisy).f1(),
        noisy.size());
  }

  private void printDenied(PrintWriter out) {
    int denied = 0;
    int taken = 0;
    int silent = 0;
    int left = 0;
    for (Judged memo : memos) {
      denied += memo.gold().negated().size();
      taken += (int) memo.gold().negated().stream().filter(memo.tags()::contains).count();
      silent += memo.gold().tags().isEmpty() ? 1 : 0;
      left += memo.gold().tags().isEmpty() && memo.tags().isEmpty() ? 1 : 0;
    }
    out.printf(
        Locale.ROOT,
        "denied mentions tagged %s; memos without a tag left so %s%n",
        counted(taken, denied),
        counted(left, silent));
  }

  private void printDue(PrintWriter out) {
    int timed = 0;
    int exact = 0;
    int alarms = 0;
    for (Judged memo : memos) {
      timed += memo.gold().asksForTime() ? 1 : 0;
      exact += memo.gold().asksForTime() && memo.due().equals(memo.gold().due()) ? 1 : 0;
      alarms += !memo.gold().asksForTime() && memo.due().isPresent() ? 1 : 0;
    }
    out.printf(
        Locale.ROOT,
        "due exact %s; false alarms %s%n",
        counted(exact, timed),
        counted(alarms, memos.size() - timed));
  }

  private static String counted(int part, int whole) {
    return String.format(
        Locale.ROOT, "%.1f%% (%d of %d)", 100 * Tally.share(part, whole), part, whole);
  }

  /** The entries with most errors, and which entries were said instead of which. */
  void printWorst(int most, PrintWriter out) {
    Map<String, Tally> entries = new TreeMap<>();
    Map<String, Integer> confused = new LinkedHashMap<>();
    for (Judged memo : memos) {
      var all = new LinkedHashSet<>(memo.gold().tags());
      all.addAll(memo.tags());
      for (String tag : all) {
        entries
            .computeIfAbsent(tag, t -> new Tally())
            .add(memo.gold().tags().contains(tag), memo.tags().contains(tag));
      }
      confusions(memo).forEach(pair -> confused.merge(pair, 1, Integer::sum));
    }
    out.println("worst entries:");
    entries.entrySet().stream()
        .filter(e -> e.getValue().errors() > 0)
        .sorted(Comparator.comparingInt(e -> -e.getValue().errors()))
        .limit(most)
        .forEach(e -> out.println("  " + e.getKey() + ": " + e.getValue().line()));
    out.println("most confused (said for meant):");
    confused.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> -e.getValue()))
        .limit(most)
        .forEach(e -> out.println("  " + e.getKey() + ": " + e.getValue()));
  }

  private static List<String> confusions(Judged memo) {
    var out = new ArrayList<String>();
    for (String said : memo.tags()) {
      for (String meant : memo.gold().tags()) {
        if (!memo.gold().tags().contains(said) && !memo.tags().contains(meant)) {
          out.add(said + " for " + meant);
        }
      }
    }
    return out;
  }
}
