package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.followup.FollowUps.Version;
import io.kouxin.bot.followup.Part;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes back changes, the latest first. An undo is written down as a change of its own; the next
 * one passes over it and over what it took back.
 */
final class Undoing {
  /** By which an undo is told from the changes that can be taken back. */
  static final String REASON = "undo";

  private final FollowUps followUps;
  private final Parting parting;
  private final Editing.Desk desk;

  Undoing(FollowUps followUps, Parting parting, Editing.Desk desk) {
    this.followUps = followUps;
    this.parting = parting;
    this.desk = desk;
  }

  /** A change that was not taken back: a record as it stands, as it was, and as it became. */
  private record Step(FollowUp now, FollowUp was, FollowUp became) {
    Instant at() {
      return became.updatedAt();
    }

    /** The memo of its own that came with this change. */
    Optional<String> joined() {
      return only(became, was);
    }

    /** The memo that went with this change; not always the last, each has a button to part it. */
    Optional<String> parted() {
      return only(was, became);
    }

    private static Optional<String> only(FollowUp one, FollowUp other) {
      Set<String> others = other.parts().stream().map(Part::message).collect(Collectors.toSet());
      return one.parts().stream()
          .map(Part::message)
          .filter(message -> !others.contains(message))
          .findFirst();
    }
  }

  /**
   * Takes back the latest change.
   *
   * @param touched the memo that the rep touched last, with all its visits
   * @param all what the rep reported of late
   */
  Runnable undo(Turn turn, List<FollowUp> touched, List<FollowUp> all) {
    List<Step> steps = touched.stream().map(this::latest).flatMap(Optional::stream).toList();
    Optional<Step> last = steps.stream().max(Comparator.comparing(Step::at));
    if (last.isEmpty()) {
      return whence(touched, all).map(step -> together(turn, step)).orElseGet(() -> nothing(turn));
    }
    Step step = last.get();
    if (step.joined().isPresent()) {
      return parting.split(turn, step.now(), step.joined().get(), REASON);
    }
    if (step.parted().isPresent()) {
      return together(turn, step);
    }
    Instant at = desk.clock().instant();
    return () ->
        steps.stream()
            .filter(other -> other.at().equals(step.at()))
            .forEach(other -> takeBack(turn, other, at));
  }

  private Optional<Step> latest(FollowUp followUp) {
    int undone = 0;
    FollowUp became = followUp;
    for (Version version : followUps.history(followUp.id())) {
      if (version.reason().equals(REASON)) {
        undone++;
      } else if (undone > 0) {
        undone--;
      } else {
        return Optional.of(new Step(followUp, version.state(), became));
      }
      became = version.state();
    }
    return Optional.empty();
  }

  /** The change by which this memo left another record, if that is the latest one there. */
  private Optional<Step> whence(List<FollowUp> touched, List<FollowUp> all) {
    Optional<String> message =
        touched.stream().findFirst().map(visit -> visit.parts().getFirst().message());
    return all.stream()
        .filter(one -> one.status() != FollowUp.Status.DROPPED)
        .map(this::latest)
        .flatMap(Optional::stream)
        .filter(step -> step.parted().isPresent() && step.parted().equals(message))
        .findFirst();
  }

  /** A memo that was parted goes back; what was changed since it was parted is in the way. */
  private Runnable together(Turn turn, Step step) {
    Optional<FollowUp> apart = step.parted().flatMap(parting::parted);
    if (apart.flatMap(this::latest).isPresent()) {
      return nothing(turn);
    }
    Instant at = desk.clock().instant();
    return () -> {
      takeBack(turn, step, at);
      apart.ifPresent(one -> followUps.write(one.drop(at), turn.person().id(), REASON));
    };
  }

  private void takeBack(Turn turn, Step step, Instant at) {
    followUps.write(step.now().undo(step.was(), at), turn.person().id(), REASON);
  }

  private Runnable nothing(Turn turn) {
    return () ->
        desk.speaker()
            .say(turn.account(), turn.person(), "said:" + turn.id(), "undo.nothing", Map.of());
  }
}
