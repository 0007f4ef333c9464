package io.kouxin.bot.command;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One labelled memo and what was found in it.
 *
 * @param tags written without asking
 * @param offered the first five of tags and suggestions
 */
record Judged(GoldMemo gold, Set<String> tags, Set<String> offered, Optional<Instant> due) {
  private static final int OFFERED = 5;

  static Judged of(
      GoldMemo gold, List<String> tags, List<String> suggestions, Optional<Instant> due) {
    var ranked = new LinkedHashSet<>(tags);
    ranked.addAll(suggestions);
    return new Judged(
        gold,
        Set.copyOf(tags),
        new LinkedHashSet<>(ranked.stream().limit(OFFERED).toList()),
        due.map(GoldMemo::minute));
  }

  /** The tags that are wanted, and those that were written. */
  Set<String> all() {
    var all = new LinkedHashSet<>(gold.tags());
    all.addAll(tags);
    return all;
  }

  Tally tally() {
    var out = new Tally();
    all().forEach(tag -> out.add(gold.tags().contains(tag), tags.contains(tag)));
    return out;
  }

  /** Of all memos, each tag counted alike. */
  static Tally tally(Collection<Judged> memos) {
    var out = new Tally();
    memos.forEach(memo -> out.add(memo.tally()));
    return out;
  }

  /** Of each tag that is wanted or was written. */
  static Map<String, Tally> byTag(Collection<Judged> memos) {
    Map<String, Tally> entries = new TreeMap<>();
    for (Judged memo : memos) {
      for (String tag : memo.all()) {
        entries
            .computeIfAbsent(tag, t -> new Tally())
            .add(memo.gold.tags().contains(tag), memo.tags.contains(tag));
      }
    }
    return entries;
  }

  /** Whether it has just the tags that are wanted. */
  boolean isExact() {
    return tags.equals(gold.tags());
  }

  /** Whether its time is the one that is wanted, to the minute; none where none can be told. */
  boolean isDueExact() {
    return due.equals(gold.due());
  }

  /** The same for the day alone. */
  boolean isDueDateExact(ZoneId zone) {
    return due.map(at -> at.atZone(zone).toLocalDate())
        .equals(gold.due().map(at -> at.atZone(zone).toLocalDate()));
  }
}
