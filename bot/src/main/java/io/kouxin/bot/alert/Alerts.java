package io.kouxin.bot.alert;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What leaders were told, or will be. */
public interface Alerts {

  /** Newest first; {@code after} is the id of the last one seen. */
  List<Alert> list(Filter filter, Optional<String> after, int limit);

  /** The one with this id. */
  Optional<Alert> find(String id);

  /**
   * What to look for; an empty field does not matter.
   *
   * @param among the people about whom, as reps, one may be seen; empty means everybody
   */
  record Filter(
      Optional<String> leader,
      Optional<String> rep,
      Optional<Alert.State> state,
      Optional<Set<String>> among) {

    /** About anybody. */
    public Filter(Optional<String> leader, Optional<String> rep, Optional<Alert.State> state) {
      this(leader, rep, state, Optional.empty());
    }

    /** Everything. */
    public static Filter any() {
      return new Filter(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What one leader is told. */
    public static Filter to(String leader) {
      return new Filter(Optional.of(leader), Optional.empty(), Optional.empty());
    }
  }
}
