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

/** What a rep does with a whole memo: fine, not wanted, brought back, taken apart, put together. */
final class Verbs {
  /** How long what was dropped can be brought back. */
  static final Duration REGRET = Duration.ofHours(24);

  private final FollowUps followUps;
  private final Function<String, Optional<FollowUp>> reread;
  private final Editing.Desk desk;

  /**
   * Over the record.
   *
   * @param reread what the message with this id reports, read afresh; empty if it is gone
   */
  Verbs(FollowUps followUps, Function<String, Optional<FollowUp>> reread, Editing.Desk desk) {
    this.followUps = followUps;
    this.reread = reread;
    this.desk = desk;
  }

  /** What the rep touched last within half a day, with the other visits of the same memo. */
  List<FollowUp> current(Turn turn) {
    Instant since = now().minus(Duration.ofHours(12));
    return followUps.list(Filter.of(turn.person().id()).since(since), Optional.empty(), 50).stream()
        .max(Comparator.comparing(FollowUp::updatedAt))
        .map(latest -> followUps.of(latest.parts().getFirst().message()))
        .orElse(List.of())
        .stream()
        .filter(visit -> visit.status() != Status.DROPPED)
        .toList();
  }

  Runnable confirm(Turn turn, List<FollowUp> visits) {
    return () ->
        visits.stream()
            .filter(visit -> visit.status() == Status.DRAFT)
            .forEach(visit -> followUps.write(visit.confirm(now()), turn.person().id(), ""));
  }

  Runnable drop(Turn turn, List<FollowUp> visits) {
    return () ->
        visits.stream()
            .filter(visit -> visit.status() != Status.DROPPED)
            .forEach(visit -> followUps.write(visit.drop(now()), turn.person().id(), ""));
  }

  Runnable restore(Turn turn) {
    Instant since = now().minus(REGRET);
    Optional<FollowUp> latest =
        followUps
            .list(Filter.of(turn.person().id()).in(Status.DROPPED), Optional.empty(), 50)
            .stream()
            .filter(dropped -> dropped.updatedAt().isAfter(since))
            .max(Comparator.comparing(FollowUp::updatedAt));
    if (latest.isEmpty()) {
      return () -> say(turn, "correct.nothing", Map.of("hours", REGRET.toHours()));
    }
    FollowUp found = latest.get();
    return () -> {
      followUps.write(found.restore(now()), turn.person().id(), "");
      Talk talk = desk.speaker().talk(turn.person());
      say(
          turn,
          "correct.restored",
          Map.of(
              "customer", talk.customer(found),
              "action", talk.action(found),
              "due", talk.due(found)));
    };
  }

  /** Takes back the latest change of what the rep touched last. */
  Runnable undo(Turn turn) {
    Optional<FollowUp> latest = current(turn).stream().findFirst();
    Optional<FollowUp> earlier =
        latest
            .flatMap(found -> followUps.history(found.id()).stream().findFirst())
            .map(FollowUps.Version::state);
    if (earlier.isEmpty()) {
      return restore(turn);
    }
    return () ->
        followUps.write(
            latest.orElseThrow().undo(earlier.get(), now()), turn.person().id(), "undo");
  }

  /** A memo that joined a record was about another visit after all. */
  Runnable split(Turn turn, FollowUp followUp, String message) {
    boolean joined =
        followUp.parts().size() > 1
            && followUp.parts().stream().anyMatch(part -> part.message().equals(message));
    Optional<FollowUp> apart = joined ? reread.apply(message) : Optional.empty();
    if (apart.isEmpty()) {
      return () -> say(turn, "draft.stale", Map.of());
    }
    return () -> {
      followUps.write(followUp.split(message, now()), turn.person().id(), "");
      followUps.open(apart.get());
      say(
          turn,
          "correct.split",
          Map.of("customer", desk.speaker().talk(turn.person()).customer(apart.get())));
    };
  }

  /** The visits of one memo were one visit after all. */
  Runnable oneVisit(Turn turn, List<FollowUp> visits) {
    if (visits.size() < 2) {
      return () -> say(turn, "draft.stale", Map.of());
    }
    return () -> {
      FollowUp first = visits.getFirst();
      FollowUp all = first;
      for (FollowUp other : visits.subList(1, visits.size())) {
        FollowUp.Change joined = all.join(other, now());
        followUps.write(joined, turn.person().id(), "");
        followUps.write(other.drop(now()), turn.person().id(), "");
        all = joined.after();
      }
    };
  }

  private void say(Turn turn, String sentence, Map<String, ?> values) {
    desk.speaker().say(turn.account(), turn.person(), "said:" + turn.id(), sentence, values);
  }

  private Instant now() {
    return desk.clock().instant();
  }
}
