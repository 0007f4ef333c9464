package io.kouxin.bot.followup;

import io.kouxin.bot.followup.FollowUp.Change;
import io.kouxin.bot.followup.FollowUp.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The record. */
public interface FollowUps {

  /** Writes a new one in the caller's transaction, with its journal entry. */
  void open(FollowUp followUp);

  /**
   * Writes a change in the caller's transaction, with its journal entry; the version before stays
   * readable.
   *
   * @param by the id of the person who wants it
   * @param reason empty for a draft; what is frozen needs one
   * @throws ChangedMeanwhile if somebody else changed it since it was read
   */
  void write(Change change, String by, String reason);

  /** The one with this id. */
  Optional<FollowUp> find(String id);

  /** What one message became: one for each visit it reported, in order. */
  List<FollowUp> of(String message);

  /** Newest first. */
  List<FollowUp> list(Filter filter, Optional<String> after, int limit);

  /** Its earlier states, newest first, without the present one. */
  List<Version> history(String id);

  /**
   * What to look for; an empty field does not matter.
   *
   * @param status none means any but dropped
   * @param words stand in the text
   * @param among the people whose may be seen; empty means everybody
   */
  record Filter(
      Optional<String> rep,
      Optional<String> team,
      Optional<String> customer,
      Optional<String> tag,
      Optional<Status> status,
      Optional<Instant> since,
      Optional<Instant> until,
      Optional<String> words,
      Optional<Set<String>> among) {

    /** What anybody reported. */
    public Filter(
        Optional<String> rep,
        Optional<String> team,
        Optional<String> customer,
        Optional<String> tag,
        Optional<Status> status,
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<String> words) {
      this(rep, team, customer, tag, status, since, until, words, Optional.empty());
    }

    /** Everything but dropped. */
    public static Filter any() {
      return new Filter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** What one person reported. */
    public static Filter of(String rep) {
      Filter any = any();
      return new Filter(
          Optional.of(rep),
          any.team,
          any.customer,
          any.tag,
          any.status,
          any.since,
          any.until,
          any.words,
          any.among);
    }

    /** The same, not older than this. */
    public Filter since(Instant moment) {
      return new Filter(rep, team, customer, tag, status, Optional.of(moment), until, words, among);
    }

    /** The same, for one customer. */
    public Filter about(String customerId) {
      return new Filter(
          rep, team, Optional.of(customerId), tag, status, since, until, words, among);
    }

    /** The same, in one status. */
    public Filter in(Status wanted) {
      return new Filter(rep, team, customer, tag, Optional.of(wanted), since, until, words, among);
    }

    /** The same, of nobody but these; empty means everybody. */
    public Filter among(Optional<Set<String>> people) {
      return new Filter(rep, team, customer, tag, status, since, until, words, people);
    }
  }

  /** An earlier state, and who changed it why. */
  record Version(FollowUp state, String by, String reason) {}

  /** Somebody else changed it since it was read: read again and decide again. */
  final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For the one that was changed. */
    public ChangedMeanwhile(String id) {
      super("follow-up " + id + " was changed meanwhile");
    }
  }
}
