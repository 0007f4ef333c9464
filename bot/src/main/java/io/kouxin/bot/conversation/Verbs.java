package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.followup.FollowUps.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a rep does with a whole memo: fine, not wanted, brought back, taken apart, put together. */
final class Verbs {
  /** How long what was dropped can be brought back. */
  static final Duration REGRET = Duration.ofHours(24);

  private static final Duration HALF_A_DAY = Duration.ofHours(12);
  private static final int MOST = 50;

  private final FollowUps followUps;
  private final Parting parting;
  private final Undoing undoing;
  private final Editing.Desk desk;

  /**
   * Over the record.
   *
   * @param reread what the message with this id reports, read afresh; empty if it is gone
   */
  Verbs(
      FollowUps followUps,
      Function<String, Optional<FollowUp>> reread,
      Faces faces,
      Editing.Desk desk) {
    this.followUps = followUps;
    this.parting = new Parting(followUps, reread, faces, desk);
    this.undoing = new Undoing(followUps, parting, desk);
    this.desk = desk;
  }

  /**
   * What the rep touched last within half a day, with the other visits of the same memo; empty once
   * it is dropped, so that nobody changes an older one by mistake.
   */
  List<FollowUp> current(Turn turn) {
    return live(touched(turn));
  }

  /** All that the rep reported within half a day, the latest first, at most a few. */
  List<FollowUp> recent(Turn turn, int most) {
    return live(all(turn)).stream().limit(most).toList();
  }

  /** The memo that the rep touched last, dropped or not, with all its visits. */
  List<FollowUp> touched(Turn turn) {
    List<FollowUp> all = all(turn);
    return all.stream()
        .filter(one -> partOf(one, all).isEmpty())
        .findFirst()
        .map(latest -> followUps.of(latest.parts().getFirst().message()))
        .orElse(List.of());
  }

  /** All that the rep reported within half a day, dropped or not, the latest first. */
  List<FollowUp> all(Turn turn) {
    Filter mine = Filter.of(turn.person().id()).since(now().minus(HALF_A_DAY));
    return Stream.of(mine, mine.in(Status.DROPPED))
        .flatMap(filter -> followUps.list(filter, Optional.empty(), MOST).stream())
        .sorted(Comparator.comparing(FollowUp::updatedAt).thenComparing(FollowUp::id).reversed())
        .toList();
  }

  /** The record that a dropped one became part of: it is not gone. */
  static Optional<FollowUp> partOf(FollowUp dropped, List<FollowUp> others) {
    return dropped.status() == Status.DROPPED
        ? live(others).stream().filter(other -> other.holds(dropped)).findFirst()
        : Optional.empty();
  }

  private static List<FollowUp> live(List<FollowUp> some) {
    return some.stream().filter(followUp -> followUp.status() != Status.DROPPED).toList();
  }

  Runnable confirm(Turn turn, List<FollowUp> visits) {
    Instant at = now();
    return () ->
        visits.stream()
            .filter(visit -> visit.status() == Status.DRAFT)
            .forEach(visit -> write(turn, visit.confirm(at), ""));
  }

  Runnable drop(Turn turn, List<FollowUp> visits) {
    Instant at = now();
    return () -> live(visits).forEach(visit -> write(turn, visit.drop(at), ""));
  }

  Runnable restore(Turn turn) {
    Instant since = now().minus(REGRET);
    Filter mine = Filter.of(turn.person().id());
    List<FollowUp> kept = followUps.list(mine, Optional.empty(), MOST);
    Optional<FollowUp> latest =
        followUps.list(mine.in(Status.DROPPED), Optional.empty(), MOST).stream()
            .filter(found -> found.updatedAt().isAfter(since) && partOf(found, kept).isEmpty())
            .max(Comparator.comparing(FollowUp::updatedAt));
    return latest
        .map(found -> restore(turn, found))
        .orElse(() -> say(turn, "correct.nothing", Map.of("hours", REGRET.toHours())));
  }

  private Runnable restore(Turn turn, FollowUp latest) {
    List<FollowUp> together = changedWith(latest);
    Instant at = now();
    return () -> {
      together.forEach(visit -> write(turn, visit.restore(before(visit), at), ""));
      Talk talk = desk.speaker().talk(turn.person());
      say(
          turn,
          "correct.restored",
          Map.of(
              "customer", talk.customer(latest),
              "action", talk.action(latest),
              "due", talk.due(latest)));
    };
  }

  private Status before(FollowUp dropped) {
    return followUps.history(dropped.id()).stream()
        .findFirst()
        .map(version -> version.state().status())
        .orElse(Status.DRAFT);
  }

  /** The visits of the same memo that changed at the same moment. */
  private List<FollowUp> changedWith(FollowUp latest) {
    return followUps.of(latest.parts().getFirst().message()).stream()
        .filter(visit -> visit.updatedAt().equals(latest.updatedAt()))
        .toList();
  }

  /** Takes back the latest change of what the rep touched last; once more, the one before. */
  Runnable undo(Turn turn) {
    return undoing.undo(turn, touched(turn), all(turn));
  }

  /** A memo that joined a record was about another visit after all. */
  Runnable split(Turn turn, FollowUp followUp, String message) {
    return parting.split(turn, followUp, message, "");
  }

  /** The memo that joined last was another visit; or the visits were no one visit. */
  Runnable separate(Turn turn) {
    Optional<FollowUp> joined =
        current(turn).stream().filter(visit -> visit.parts().size() > 1).findFirst();
    if (joined.isEmpty()) {
      return () -> say(turn, "dont_know", Map.of());
    }
    FollowUp found = joined.get();
    String last = found.parts().getLast().message();
    return found.parts().getFirst().message().equals(last) ? undo(turn) : split(turn, found, last);
  }

  /** The visits of one memo were one visit after all. */
  Runnable oneVisit(Turn turn, List<FollowUp> memo) {
    List<FollowUp> visits = live(memo);
    if (visits.size() < 2) {
      return () -> say(turn, "draft.stale", Map.of());
    }
    Instant at = now();
    return () -> {
      FollowUp.Change all = visits.getFirst().join(visits.get(1), at);
      for (FollowUp other : visits.subList(2, visits.size())) {
        all = new FollowUp.Change(all.before(), all.after().join(other, at).after(), all.event());
      }
      write(turn, all, "");
      visits.subList(1, visits.size()).forEach(other -> write(turn, other.drop(at), ""));
    };
  }

  private void write(Turn turn, FollowUp.Change change, String reason) {
    followUps.write(change, turn.person().id(), reason);
  }

  private void say(Turn turn, String sentence, Map<String, ?> values) {
    desk.speaker().say(turn.account(), turn.person(), "said:" + turn.id(), sentence, values);
  }

  private Instant now() {
    return desk.clock().instant();
  }
}
