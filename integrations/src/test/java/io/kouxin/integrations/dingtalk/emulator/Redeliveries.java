package io.kouxin.integrations.dingtalk.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** What comes again later because nobody took it, by the emulator's clock. */
final class Redeliveries {
  private final Clock clock;
  private final PriorityQueue<Pending> pending =
      new PriorityQueue<>(Comparator.comparing(Pending::due));

  /**
   * Something to try again.
   *
   * @param waits from one attempt to the next; the first is over at {@code due}
   * @param attempt whether it was taken
   * @param givenUp when nothing is left to try
   */
  record Pending(Instant due, List<Duration> waits, BooleanSupplier attempt, Runnable givenUp) {}

  Redeliveries(Clock clock) {
    this.clock = clock;
  }

  synchronized void after(List<Duration> waits, BooleanSupplier attempt, Runnable givenUp) {
    Instant due = clock.instant().plus(waits.getFirst());
    pending.add(new Pending(due, waits.subList(1, waits.size()), attempt, givenUp));
  }

  /** Delivers all that is due; returns when that is done. */
  synchronized void deliverDue() {
    for (Optional<Pending> next = due(); next.isPresent(); next = due()) {
      again(next.get());
    }
  }

  private Optional<Pending> due() {
    Pending first = pending.peek();
    if (first == null || first.due().isAfter(clock.instant())) {
      return Optional.empty();
    }
    return Optional.ofNullable(pending.poll());
  }

  private void again(Pending what) {
    if (what.attempt().getAsBoolean()) {
      return;
    }
    if (what.waits().isEmpty()) {
      what.givenUp().run();
      return;
    }
    Instant due = what.due().plus(what.waits().getFirst());
    List<Duration> rest = what.waits().subList(1, what.waits().size());
    pending.add(new Pending(due, rest, what.attempt(), what.givenUp()));
  }
}
