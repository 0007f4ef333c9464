package io.kouxin.bot.doctor;

import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Checkup.State;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What waits to be said and cannot leave, and what a platform would not take today. */
final class Messages implements Examination {
  private static final int MOST = 200;
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration TODAY = Duration.ofDays(1);

  private final Outbox outbox;
  private final List<Checkup> checkups;
  private final Clock clock;

  Messages(Outbox outbox, List<Checkup> checkups, Clock clock) {
    this.outbox = outbox;
    this.checkups = checkups;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public List<Finding> findings() {
    List<Posted> waiting = outbox.list(Optional.of(Posted.State.WAITING), Optional.empty(), MOST);
    List<Finding> found = new ArrayList<>(stuck(waiting).toList());
    today(Posted.State.REFUSED, "outbox-refused").ifPresent(found::add);
    today(Posted.State.DOUBTFUL, "outbox-doubtful").ifPresent(found::add);
    return found.isEmpty() ? List.of(new Finding(name(), State.OK, "outbox-ok")) : found;
  }

  /** For those with a reason, what it means; for those that are only old, that they are. */
  private Stream<Finding> stuck(List<Posted> waiting) {
    Map<Finding, Integer> reasons = new HashMap<>();
    for (Posted message : waiting) {
      message
          .reason()
          .flatMap(reason -> meaning(message.to().channel(), reason))
          .ifPresent(meaning -> reasons.merge(meaning, 1, Integer::sum));
    }
    long old = waiting.stream().filter(message -> isOlder(message, LONG)).count();
    if (reasons.isEmpty() && old > 0) {
      return Stream.of(new Finding(name(), State.WARNING, "outbox-old", Map.of("n", old)));
    }
    return reasons.entrySet().stream().map(one -> waiting(one.getKey(), one.getValue()));
  }

  private Optional<Finding> meaning(String channel, String reason) {
    return checkups.stream()
        .filter(checkup -> checkup.name().equals(channel))
        .flatMap(checkup -> checkup.reading(reason).stream())
        .map(symptom -> Finding.of(channel, symptom))
        .findFirst();
  }

  private Finding waiting(Finding meaning, int messages) {
    Map<String, Object> values = new HashMap<>(meaning.values());
    values.put("n", messages);
    List<String> keys = List.of("outbox-waiting", meaning.keys().getLast());
    return new Finding(name(), meaning.state(), keys, values);
  }

  private Optional<Finding> today(Posted.State state, String key) {
    long today =
        outbox.list(Optional.of(state), Optional.empty(), MOST).stream()
            .filter(message -> !isOlder(message, TODAY))
            .count();
    return today == 0
        ? Optional.empty()
        : Optional.of(new Finding(name(), State.WARNING, key, Map.of("n", today)));
  }

  private boolean isOlder(Posted message, Duration age) {
    return message.createdAt().isBefore(clock.instant().minus(age));
  }
}
