package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Hit;
import io.kouxin.nlp.tagging.Judgement.Verdict;
import io.kouxin.nlp.tagging.Kinship.Judged;
import io.kouxin.nlp.tagging.Tagging.Status;
import io.kouxin.nlp.tagging.Tagging.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Makes tags and suggestions of what was found in a memo. */
record Selection(Phrases library, Judgement judgement, Contrasts contrasts, Kinship kinship) {
  private static final int SUGGESTIONS = 5;

  /** What is left of the odds where the memo is told as a case that was taken for the entry. */
  private static final double COUNTERED = 0.25;

  /**
   * An entry that was found.
   *
   * @param countered whether the memo is told as a case that was taken for the entry
   */
  record Found(EntryMatch match, Verdict verdict, boolean countered) {
    /** 0 to 1; {@link Judgement#CERTAIN} at the threshold. */
    double score() {
      return verdict.score() * left();
    }

    /** By which entries are offered. */
    double rank() {
      return verdict.rank() * left();
    }

    private double left() {
      return countered ? COUNTERED : 1;
    }
  }

  /** The same entries, judged otherwise. */
  Selection by(Judgement other) {
    return new Selection(library, other, contrasts, kinship);
  }

  Tagging of(Collection<EntryMatch> matches, Memo memo, String raw) {
    List<Found> found =
        matches.stream()
            .filter(judgement::worthALook)
            .map(match -> found(match, memo))
            .sorted(Comparator.comparingDouble(Found::rank).reversed())
            .toList();
    var tags = new ArrayList<Judged>();
    var open = new ArrayList<Tag>();
    for (Found each : found) {
      boolean certain = certain(each, found, memo.units());
      boolean said = certain || each.verdict().said();
      if (said || open.size() < SUGGESTIONS) {
        Tag tag = tag(each, memo.units(), raw);
        boolean sure = certain ? tag.status() != Status.UNCERTAIN : tag.status() == Status.NEGATED;
        if (said && sure) {
          tags.add(new Judged(tag, each.match().first()));
        } else if (tag.status() != Status.NEGATED) {
          open.add(tag);
        }
      }
    }
    List<Judged> left = kinship.survivors(tags);
    List<Tag> gaveWay =
        tags.stream()
            .filter(tag -> !left.contains(tag) && tag.tag().status() != Status.NEGATED)
            .map(Judged::tag)
            .toList();
    open.addAll(0, gaveWay);
    return new Tagging(
        left.stream().map(Judged::tag).toList(),
        open.stream().limit(SUGGESTIONS).toList(),
        library.errors());
  }

  /** What is thought of an entry in a memo. */
  Found found(EntryMatch match, Memo memo) {
    Hit first = match.first();
    return new Found(
        match,
        judgement.verdict(match, memo.units().plain().text()),
        contrasts.countered(match.entry(), memo, first.start(), first.end()));
  }

  /** How the customer stands to an entry costs more than the score: few are asked for it. */
  private Tag tag(Found found, Units units, String raw) {
    EntryMatch match = found.match();
    Hit first = match.first();
    String plain = units.plain().text();
    Status status =
        contrasts.denied(match.entry(), plain, first.start(), first.end())
            ? Status.NEGATED
            : found.verdict().status(match.status(plain));
    LibraryEntry entry = library.entries().get(match.entry());
    return match.tag(entry, found.score(), status, units.plain(), raw);
  }

  /** Whether an entry is tagged without asking. */
  private boolean certain(Found each, List<Found> found, Units units) {
    if (each.score() >= Judgement.CERTAIN) {
      return true;
    }
    boolean sentence = units.size() <= Coverage.WINDOW;
    EntryMatch second = found.size() > 1 ? found.get(1).match() : EntryMatch.NONE;
    boolean alone = sentence && each == found.getFirst() && !each.countered();
    return alone && judgement.standsOut(each.match(), second);
  }
}
