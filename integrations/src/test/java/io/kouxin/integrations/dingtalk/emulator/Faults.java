package io.kouxin.integrations.dingtalk.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Faults that are on: those of a path in the order they were set, each for so many calls. */
public final class Faults {
  /** Set a fault on every path of the platform. */
  public static final String ANY = "*";

  /** Until {@link #clear()}. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  private static final Duration FOR_EVER = Duration.ofSeconds(30);
  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> invalid = new TreeSet<>();
  private final Set<String> slowed = new TreeSet<>();
  private int redeliveries;

  private static final class Rule {
    private final String path;
    private final Fault fault;
    private int left;

    private Rule(String path, Fault fault, int left) {
      this.path = path;
      this.fault = fault;
      this.left = left;
    }

    private boolean meets(String called) {
      return left > 0 && (path.equals(ANY) || path.equals(called));
    }

    @Override
    public String toString() {
      return path + " " + fault + (left == ALWAYS ? "" : " × " + left);
    }
  }

  Faults() {}

  /**
   * Puts a fault on a path.
   *
   * @param path as in {@code /v1.0/robot/oToMessages/batchSend}, or {@link #ANY}
   * @param times for how many calls
   */
  public synchronized void set(String path, Fault fault, int times) {
    rules.add(new Rule(path, fault, times));
  }

  /**
   * From now on a batch reaches only part of its people.
   *
   * @param invalidUsers named in invalidStaffIdList
   * @param slowedUsers named in flowControlledStaffIdList
   */
  public synchronized void partly(Set<String> invalidUsers, Set<String> slowedUsers) {
    invalid.clear();
    invalid.addAll(invalidUsers);
    slowed.clear();
    slowed.addAll(slowedUsers);
  }

  /** From now on each message to the robot comes so many times more, although it was answered. */
  public synchronized void redeliver(int times) {
    redeliveries = times;
  }

  /** All is well again. */
  public synchronized void clear() {
    rules.clear();
    invalid.clear();
    slowed.clear();
    redeliveries = 0;
  }

  synchronized boolean isInvalid(String user) {
    return invalid.contains(user);
  }

  synchronized boolean isSlowed(String user) {
    return slowed.contains(user);
  }

  synchronized int redeliveries() {
    return redeliveries;
  }

  /** What is on, for people to read. */
  synchronized List<String> shown() {
    List<String> all =
        new ArrayList<>(rules.stream().filter(rule -> rule.left > 0).map(Rule::toString).toList());
    if (!invalid.isEmpty() || !slowed.isEmpty()) {
      all.add("invalid " + invalid + ", slowed " + slowed);
    }
    if (redeliveries > 0) {
      all.add("each message comes again × " + redeliveries);
    }
    return all;
  }

  /** What the caller of this path gets instead of, or after, what would have been answered. */
  Answer apply(ApiCall call, Supplier<Answer> work) {
    Optional<Fault> fault = next(call.path());
    return fault.isEmpty() ? work.get() : apply(fault.get(), call.isNewKind(), work);
  }

  private static Answer apply(Fault fault, boolean newKind, Supplier<Answer> work) {
    return switch (fault) {
      case Fault.Slow slow -> work.get().later(slow.by());
      case Fault.Hang() -> work.get().later(FOR_EVER);
      case Fault.LostAnswer() -> work.get().lost();
      case Fault.Down() -> Answer.json(500, "").lost();
      case Fault.Status(int code) -> Refused.modern(code, "system.busy", "系统繁忙").answer();
      case Fault.Page(String html) ->
          Answer.of(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
      case Fault.BadToken() -> Refused.token(newKind).answer();
      case Fault.Qps() -> Refused.qps(newKind).answer();
      case Fault.QuotaGone() -> Refused.quota(newKind).answer();
      case Fault.Code(String code) ->
          newKind
              ? Refused.bad(code, code).answer()
              : Refused.old(Integer.parseInt(code), code).answer();
    };
  }

  private synchronized Optional<Fault> next(String path) {
    for (Rule rule : rules) {
      if (rule.meets(path)) {
        rule.left -= rule.left == ALWAYS ? 0 : 1;
        return Optional.of(rule.fault);
      }
    }
    return Optional.empty();
  }
}
