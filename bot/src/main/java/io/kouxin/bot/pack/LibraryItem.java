package io.kouxin.bot.pack;

import io.kouxin.nlp.tagging.LibraryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A library entry, and what the bot does about it.
 *
 * @param entry what is matched
 * @param severity whether a leader hears of it
 * @param playbook the id of the advice that fits
 * @param ask what the rep is asked when it was found
 */
public record LibraryItem(
    LibraryEntry entry, Severity severity, Optional<String> playbook, Optional<Ask> ask) {
  static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

  /** How much it matters. */
  public enum Severity {
    NORMAL,
    /** The rep's leader is told, and the rep with him. */
    HIGH
  }

  /** The id of its entry. */
  public String id() {
    return entry.id();
  }

  /** What is wrong with it, in words; empty when it can be used. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (!ID.matcher(entry.id()).matches()) {
      faults.add("the id must be lower case letters and digits with dashes");
    }
    if (entry.label().isBlank()) {
      faults.add("the label must not be empty");
    }
    if (entry.phrases().isEmpty() || entry.phrases().stream().anyMatch(String::isBlank)) {
      faults.add("there must be at least one phrase, and none of them empty");
    }
    return faults;
  }
}
