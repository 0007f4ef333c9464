package io.kouxin.integrations.channel;

import java.net.URI;
import java.util.List;

/**
 * The menu below a chat.
 *
 * @param entries from left to right
 */
public record Menu(List<Entry> entries) {
  public Menu {
    entries = List.copyOf(entries);
  }

  /** One entry. */
  public sealed interface Entry {

    /** What it reads. */
    String label();
  }

  /**
   * Tapping it says something.
   *
   * @param words come back in {@link Inbound.Chosen#key}
   */
  public record Says(String label, String words) implements Entry {}

  /** Tapping it opens a page. */
  public record Opens(String label, URI page) implements Entry {}

  /** Tapping it shows more entries, from top to bottom; none of them has more below. */
  public record Holds(String label, List<Entry> below) implements Entry {
    public Holds {
      below = List.copyOf(below);
    }
  }

  /** Where a menu is shown. */
  public interface Board {

    /** The name of the channel it belongs to, lower case. */
    String name();

    /** What of a menu the platform would not take, in English sentences; empty if it takes it. */
    List<String> faults(Menu menu);

    /**
     * Shows this menu from now on, in place of the one before; people see it within minutes.
     *
     * @throws IllegalArgumentException if it has faults
     */
    void show(Menu menu) throws ChannelException;
  }
}
