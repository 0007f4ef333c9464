package io.kouxin.bot.followup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What somebody answered to the question of a tag where the answer is no entry of its own. It is
 * one of the record's details, and lives as long as its tag does.
 */
public final class TagAnswer {
  /** Before the entry's id; no id of an entry has a colon, so that no other detail is meant. */
  private static final String KEY = "answer:";

  private TagAnswer() {}

  /** The change that keeps this answer with the tag of this entry. */
  public static Correction.Detail to(String entry, String words) {
    return new Correction.Detail(KEY + entry, words);
  }

  /** What was answered about the tag of this entry; empty if nothing. */
  public static Optional<String> of(FollowUp followUp, String entry) {
    return Optional.ofNullable(followUp.details().get(KEY + entry));
  }

  /** The entry about whose tag this detail answers; empty for any other detail or field. */
  public static Optional<String> entry(String detail) {
    return detail.startsWith(KEY) ? Optional.of(detail.substring(KEY.length())) : Optional.empty();
  }

  /** The details without the answers about tags that are not there. */
  static Map<String, String> about(List<TagMark> tags, Map<String, String> details) {
    return details.entrySet().stream()
        .filter(
            detail ->
                entry(detail.getKey())
                    .map(id -> tags.stream().anyMatch(tag -> tag.entry().equals(id)))
                    .orElse(true))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
