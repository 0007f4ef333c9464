package io.kouxin.bot.pack;

import java.util.List;
import java.util.Locale;

/**
 * Advice for some entries.
 *
 * @param forEntries ids of the entries that it helps with
 * @param items what it holds, as a rep would name it; for the message that offers it
 * @param summary one or two sentences
 * @param body Markdown
 */
public record Playbook(
    String id,
    String title,
    List<String> forEntries,
    Locale language,
    List<String> items,
    String summary,
    String body) {
  public Playbook {
    forEntries = List.copyOf(forEntries);
    items = List.copyOf(items);
  }
}
