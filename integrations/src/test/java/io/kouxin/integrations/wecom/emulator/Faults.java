package io.kouxin.integrations.wecom.emulator;

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
  /** Set a fault on every path below {@code /cgi-bin}. */
  public static final String ANY = "*";

  /** Until {@link #clear()}. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  private static final Duration FOR_EVER = Duration.ofSeconds(30);
  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> invalidUsers = new TreeSet<>();
  private double redeliveryRate;

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
   * @param path as in {@code /cgi-bin/message/send}, or {@link #ANY}
   * @param times for how many calls
   */
  public synchronized void set(String path, Fault fault, int times) {
    rules.add(new Rule(path, fault, times));
  }

  /** From now on sends answer that these userids are invalid, though the others get them. */
  public synchronized void invalidUsers(Set<String> userIds) {
    invalidUsers.clear();
    userIds.forEach(each -> invalidUsers.add(People.key(each)));
  }

  /** Which part of the callbacks comes once more although it was answered: 0 to 1. */
  public synchronized void redeliveryRate(double rate) {
    redeliveryRate = rate;
  }

  /** All is well again. */
  public synchronized void clear() {
    rules.clear();
    invalidUsers.clear();
    redeliveryRate = 0;
  }

  synchronized Set<String> invalidUsers() {
    return Set.copyOf(invalidUsers);
  }

  synchronized double redeliveryRate() {
    return redeliveryRate;
  }

  /** What is on, for people to read. */
  synchronized List<String> shown() {
    return rules.stream().filter(rule -> rule.left > 0).map(Rule::toString).toList();
  }

  /** What the caller of this path gets instead of, or after, what would have been answered. */
  Answer apply(String path, Supplier<Answer> work) {
    Optional<Fault> fault = next(path);
    return fault.isEmpty() ? work.get() : apply(fault.get(), work);
  }

  private static Answer apply(Fault fault, Supplier<Answer> work) {
    return switch (fault) {
      case Fault.Slow slow -> work.get().later(slow.by());
      case Fault.Hang() -> work.get().later(FOR_EVER);
      case Fault.LostAnswer() -> work.get().lost();
      case Fault.Down() -> Answer.json(500, "").lost();
      case Fault.Status(int code) -> Answer.of(code, "text/plain", new byte[0]);
      case Fault.Code(int errcode) -> Errcode.answer(errcode);
      case Fault.Page(String html) ->
          Answer.of(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
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
