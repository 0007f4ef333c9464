package io.kouxin.bot.learning;

/**
 * What became of an entry on all follow-ups.
 *
 * @param entry the id
 * @param tagged on how many it was tagged without asking
 * @param suggested on how many it was only suggested
 * @param ticked on how many a person added it
 * @param unticked on how many a person took it away again
 */
public record EntryUse(String entry, int tagged, int suggested, int ticked, int unticked) {

  /** Of an entry that nobody has met yet. */
  public static EntryUse none(String entry) {
    return new EntryUse(entry, 0, 0, 0, 0);
  }
}
