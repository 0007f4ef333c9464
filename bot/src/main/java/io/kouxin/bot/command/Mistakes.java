package io.kouxin.bot.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where tagging errs.
 *
 * @param most so many of each sort are shown
 */
record Mistakes(Collection<Judged> memos, int most) {

  /** The entries with most errors, which were said instead of which, and the first wrong memos. */
  void print(PrintWriter out) {
    out.println("worst entries:");
    Judged.byTag(memos).entrySet().stream()
        .filter(e -> e.getValue().errors() > 0)
        .sorted(Comparator.comparingInt(e -> -e.getValue().errors()))
        .limit(most)
        .forEach(e -> out.println("  " + e.getKey() + ": " + e.getValue().line()));
    out.println("most confused (said for meant):");
    confused().entrySet().stream()
        .sorted(Comparator.comparingInt(e -> -e.getValue()))
        .limit(most)
        .forEach(e -> out.println("  " + e.getKey() + ": " + e.getValue()));
    out.println("memos with other tags than wanted (+ too many, - missing):");
    memos.stream()
        .filter(memo -> !memo.isExact())
        .limit(most)
        .forEach(memo -> out.println("  " + line(memo)));
  }

  private static String line(Judged memo) {
    Set<String> wanted = memo.gold().tags();
    return "%s +%s -%s %s"
        .formatted(
            memo.gold().id(),
            without(memo.tags(), wanted),
            without(wanted, memo.tags()),
            memo.gold().text());
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    var left = new TreeSet<>(some);
    left.removeAll(others);
    return left;
  }

  private Map<String, Integer> confused() {
    Map<String, Integer> confused = new LinkedHashMap<>();
    for (Judged memo : memos) {
      confusions(memo).forEach(pair -> confused.merge(pair, 1, Integer::sum));
    }
    return confused;
  }

  private static List<String> confusions(Judged memo) {
    var out = new ArrayList<String>();
    for (String said : without(memo.tags(), memo.gold().tags())) {
      for (String meant : without(memo.gold().tags(), memo.tags())) {
        out.add(said + " for " + meant);
      }
    }
    return out;
  }
}
