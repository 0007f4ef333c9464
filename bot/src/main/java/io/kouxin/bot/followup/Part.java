package io.kouxin.bot.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One memo, or one visit of a memo.
 *
 * @param message the id in the inbox
 * @param visit which visit of that message, from 0
 * @param text the words of this visit
 * @param source how the words came
 * @param doubts stretches of the text that may have been misheard
 * @param nextAction what this memo said is next
 * @param due when, as this memo said it
 * @param at when it was said
 */
public record Part(
    String message,
    int visit,
    String text,
    Source source,
    List<Doubt> doubts,
    List<Contact> people,
    List<Quantity> amounts,
    Optional<String> nextAction,
    Optional<DueTime> due,
    Instant at) {
  public Part {
    doubts = List.copyOf(doubts);
    people = List.copyOf(people);
    amounts = List.copyOf(amounts);
  }

  /**
   * How the words came.
   *
   * @param kind voice or text
   * @param media the id of the recording
   * @param engine the model that listened, empty for text
   * @param confidence 0 to 1; 1 for text, 0 where who listened does not say
   * @param seconds length of the recording; 0 for text
   * @param other what another understood of the whole recording
   * @param readable the words of this visit for reading: with marks, figures and doubtful words in
   *     〔〕; empty for typed words
   */
  public record Source(
      Kind kind,
      Optional<String> media,
      String engine,
      double confidence,
      double seconds,
      Optional<Other> other,
      Optional<String> readable) {
    /** Typed words. */
    public static Source typed() {
      return new Source(Kind.TEXT, Optional.empty(), "", 1, 0, Optional.empty(), Optional.empty());
    }
  }

  /**
   * What another understood of the same recording.
   *
   * @param engine who
   */
  public record Other(String engine, String text) {}

  /** How the words came. */
  public enum Kind {
    VOICE,
    TEXT
  }

  /**
   * A stretch that may have been misheard: first character and the one behind the last.
   *
   * @param heardAs what was heard, where a name that sounds like it was put in its place
   */
  public record Doubt(int start, int end, Optional<String> heardAs) {
    /** One that stands as it was heard. */
    public Doubt(int start, int end) {
      this(start, end, Optional.empty());
    }
  }
}
