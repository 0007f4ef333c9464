package io.kouxin.bot.alert;

import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.work.DeadLetters;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What administrators have to do with.
 *
 * @param letters work that got stuck
 * @param waiting the notes that cannot be heard yet, asked whenever somebody is to be told
 * @param language of a new colleague
 * @param keeping how long what strangers send is kept
 */
public record Upkeep(
    Journal journal,
    DeadLetters letters,
    Supplier<List<Waiting>> waiting,
    Locale language,
    Duration keeping) {

  /**
   * Notes that wait for a speech model.
   *
   * @param model its name
   * @param notes how many wait
   * @param coming whether it is just being fetched: nobody has to do anything then
   */
  public record Waiting(Locale language, String model, int notes, boolean coming) {}
}
