package io.kouxin.bot.learning;

import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.learning.Lesson.Decision;
import io.kouxin.bot.learning.Lesson.State;
import io.kouxin.bot.pack.Taught;
import io.kouxin.bot.pack.Taught.Sense;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was learned from use, and what a leader makes of it. Everything can be taken back. */
public final class Lessons {
  private final Ground ground;
  private final LessonRows rows;

  /** On this ground. */
  public Lessons(Ground ground) {
    this.ground = ground;
    this.rows = new LessonRows(ground.jdbc());
  }

  /** Learns from each follow-up. */
  public Reaction reaction() {
    return new LearnsFromUse(ground, rows);
  }

  /**
   * What to look for; an empty field does not matter.
   *
   * @param among the people from whose follow-ups a lesson may come; empty means everybody
   */
  public record Filter(
      Optional<String> id,
      Optional<String> entry,
      Optional<State> state,
      Optional<Set<String>> among) {

    /** All that comes from these people; empty means everybody. */
    public static Filter of(Optional<Set<String>> among) {
      return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), among);
    }
  }

  /** Newest first. */
  public List<Lesson> list(Filter filter, Optional<String> after, int limit) {
    return rows.list(filter, after, limit);
  }

  /** The one with this id, if it comes from one of these people; empty means everybody. */
  public Optional<Lesson> find(String id, Optional<Set<String>> among) {
    var filter = new Filter(Optional.of(id), Optional.empty(), Optional.empty(), among);
    return rows.list(filter, Optional.empty(), 1).stream().findFirst();
  }

  /** What became of each entry that somebody met. */
  public List<EntryUse> uses() {
    return rows.uses();
  }

  /** How many lessons wait for a decision, by entry. */
  public Map<String, Integer> proposed(Optional<Set<String>> among) {
    return rows.proposed(among);
  }

  /** How a decision went. */
  public enum Outcome {
    DONE,
    /** It does not stand where it can be decided so; somebody else may have been faster. */
    DECIDED_OTHERWISE,
    /** Its entry is out of use. */
    ENTRY_GONE
  }

  /**
   * From now on it is matched.
   *
   * @param text the words that count; a leader may have mended them
   * @param by the id of who decides
   */
  public Outcome accept(Lesson lesson, String text, String by) {
    if (lesson.state() != State.PROPOSED && lesson.state() != State.TAKEN_BACK) {
      return Outcome.DECIDED_OTHERWISE;
    }
    var taught = new Taught(lesson.entry(), lesson.sense(), text);
    try {
      boolean known =
          ground.packs().entries().teach(taught, () -> decide(lesson, State.ACCEPTED, text, by));
      return known ? Outcome.DONE : Outcome.ENTRY_GONE;
    } catch (MovedMeanwhile e) {
      return Outcome.DECIDED_OTHERWISE;
    }
  }

  /** It is never matched, and never proposed again. */
  public Outcome reject(Lesson lesson, String by) {
    return lesson.state() == State.PROPOSED || lesson.state() == State.TAKEN_BACK
        ? moved(lesson, State.REJECTED, by)
        : Outcome.DECIDED_OTHERWISE;
  }

  /** The last decision is undone: what was accepted counts no more, what was rejected is open. */
  public Outcome takeBack(Lesson lesson, String by) {
    return switch (lesson.state()) {
      case ACCEPTED -> forgotten(lesson, by);
      case REJECTED -> moved(lesson, State.PROPOSED, by);
      case PROPOSED, TAKEN_BACK -> Outcome.DECIDED_OTHERWISE;
    };
  }

  private Outcome forgotten(Lesson lesson, String by) {
    try {
      ground
          .packs()
          .entries()
          .unteach(lesson.taught(), () -> decide(lesson, State.TAKEN_BACK, lesson.text(), by));
      return Outcome.DONE;
    } catch (MovedMeanwhile e) {
      return Outcome.DECIDED_OTHERWISE;
    }
  }

  private Outcome moved(Lesson lesson, State to, String by) {
    try {
      ground.transactions().executeWithoutResult(s -> decide(lesson, to, lesson.text(), by));
      return Outcome.DONE;
    } catch (MovedMeanwhile e) {
      return Outcome.DECIDED_OTHERWISE;
    }
  }

  private void decide(Lesson lesson, State to, String text, String by) {
    if (!rows.decide(lesson, to, text, new Decision(by, ground.clock().instant()))) {
      throw new MovedMeanwhile();
    }
    boolean reopened = to == State.PROPOSED;
    String kind = reopened ? "reopened" : to.name().toLowerCase(Locale.ROOT).replace("_", "-");
    ground
        .journal()
        .append(
            new Happening(
                "lesson." + kind,
                Optional.of(by),
                Optional.empty(),
                lesson.id(),
                "{\"entry\":\"%s\",\"sense\":\"%s\"}"
                    .formatted(lesson.entry(), word(lesson.sense()))));
  }

  private static String word(Sense sense) {
    return sense.name().toLowerCase(Locale.ROOT);
  }

  /** Ends a transaction in which somebody else was faster. */
  private static final class MovedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
