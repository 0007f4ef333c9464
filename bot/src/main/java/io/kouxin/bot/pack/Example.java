package io.kouxin.bot.pack;

import java.util.List;
import java.util.Locale;

/**
 * A memo to try the bot with.
 *
 * @param tags the entries that it should be tagged with
 * @param note why it is there; empty when nobody said
 */
public record Example(String text, Locale language, List<String> tags, String note) {
  public Example {
    tags = List.copyOf(tags);
  }
}
