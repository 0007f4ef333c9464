package io.kouxin.bot.followup;

import java.util.List;

/**
 * A tag on a follow-up.
 *
 * @param entry the id in the library
 * @param kind need, objection, competitor or milestone, lower case
 * @param label what people read
 * @param score 0 to 1; 1 when a person ticked it
 * @param status asserted, negated or uncertain, lower case
 * @param evidence where it was said, in {@link FollowUp#text()}
 * @param ticked whether a person, not the library, put it there
 */
public record TagMark(
    String entry,
    String kind,
    String label,
    double score,
    String status,
    List<Evidence> evidence,
    boolean ticked) {
  public TagMark {
    evidence = List.copyOf(evidence);
  }

  /** Words that speak for it; {@code end} is behind the last character. */
  public record Evidence(int start, int end, String text) {}

  /** Whether the customer has it now. */
  public boolean isAsserted() {
    return status.equals("asserted");
  }

  /** The same tag, put there by a person in words that are no part of the record. */
  public TagMark saidOutside() {
    return with(List.of());
  }

  /** The same tag, put there by a person, for what was said here. */
  public TagMark with(List<Evidence> said) {
    return new TagMark(entry, kind, label, 1, "asserted", said, true);
  }

  /** The same tag, put there by a person. */
  public TagMark tickedByPerson() {
    return new TagMark(entry, kind, label, 1, "asserted", evidence, true);
  }

  TagMark shifted(int by) {
    return new TagMark(
        entry,
        kind,
        label,
        score,
        status,
        evidence.stream().map(e -> new Evidence(e.start() + by, e.end() + by, e.text())).toList(),
        ticked);
  }
}
