package io.kouxin.bot.pack;

import io.kouxin.nlp.tagging.LibraryEntry;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A library entry, and what the bot and people do about it.
 *
 * @param entry what is matched
 * @param severity whether a leader hears of it
 * @param playbook the id of the advice that fits
 * @param ask what the rep is asked when it was found
 * @param notes for the people who look after it
 */
public record LibraryItem(
    LibraryEntry entry,
    Severity severity,
    Optional<String> playbook,
    Optional<Ask> ask,
    Notes notes) {
  /** The form of an id, which gives nothing back: any length of it takes no stack. */
  static final Pattern ID = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");

  /** An entry without notes. */
  public LibraryItem(
      LibraryEntry entry, Severity severity, Optional<String> playbook, Optional<Ask> ask) {
    this(entry, severity, playbook, ask, Notes.NONE);
  }

  /** How much it matters. */
  public enum Severity {
    NORMAL,
    /** The rep's leader is told, and the rep with him. */
    HIGH
  }

  /**
   * What people note down about an entry. Nothing is matched with it.
   *
   * @param description what is meant, and what is not
   * @param evidenceRequired what one wants to see before it is believed: a signed page, a photo
   * @param owner whom to ask about it: a name or a role
   * @param version from 1; grows with each edit
   */
  public record Notes(
      Optional<String> description,
      List<String> evidenceRequired,
      Optional<String> owner,
      int version) {
    /** Of an entry that nobody noted anything about. */
    public static final Notes NONE = new Notes(Optional.empty(), List.of(), Optional.empty(), 1);

    public Notes {
      evidenceRequired = List.copyOf(evidenceRequired);
    }

    Notes inVersion(int number) {
      return new Notes(description, evidenceRequired, owner, number);
    }
  }

  /** The id of its entry. */
  public String id() {
    return entry.id();
  }

  /** What is wrong with it by itself; empty when it can be used. */
  public List<Flaw> flaws() {
    return EntryRules.flaws(this);
  }

  LibraryItem with(LibraryEntry other) {
    return new LibraryItem(other, severity, playbook, ask, notes);
  }

  LibraryItem inVersion(int number) {
    return new LibraryItem(entry, severity, playbook, ask, notes.inVersion(number));
  }
}
