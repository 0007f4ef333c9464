package io.kouxin.integrations.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A card as we mean it; each channel shows the best its platform allows.
 *
 * @param title the first thing a person reads
 * @param subtitle one quiet line below it, may be empty
 * @param body a few sentences, may be empty
 * @param rows labelled facts
 * @param options things to tick, sent together by the first button; empty on most cards
 * @param buttons what can be done, most wanted first
 * @param menu less wanted actions, behind a corner menu where the platform has one
 * @param settled set once nothing is left to do: replaces the buttons by this grey line
 */
public record Card(
    String title,
    String subtitle,
    String body,
    List<Row> rows,
    List<Option> options,
    List<Button> buttons,
    List<Button> menu,
    Optional<String> settled) {
  public Card {
    rows = List.copyOf(rows);
    options = List.copyOf(options);
    buttons = List.copyOf(buttons);
    menu = List.copyOf(menu);
  }

  /** A card with a title and a body. */
  public static Card of(String title, String body) {
    return new Card(title, "", body, List.of(), List.of(), List.of(), List.of(), Optional.empty());
  }

  /** The same card with these buttons. */
  public Card withButtons(List<Button> more) {
    return new Card(title, subtitle, body, rows, options, more, menu, settled);
  }

  /** The same card with nothing left to do but this line to read. */
  public Card settledAs(String line) {
    return new Card(
        title, subtitle, body, rows, List.of(), List.of(), List.of(), Optional.of(line));
  }

  /** The same card, cut to what a platform takes; buttons that do not fit move to the menu. */
  public Card within(Limits limits) {
    List<Button> shown = new ArrayList<>();
    List<Button> behind = new ArrayList<>();
    for (Button button : buttons) {
      (shown.size() < limits.buttons() ? shown : behind).add(button.within(limits));
    }
    menu.forEach(button -> behind.add(button.within(limits)));
    return new Card(
        limits.cut(title, limits.title()),
        limits.cut(subtitle, limits.subtitle()),
        limits.cut(body, limits.body()),
        rows.stream().limit(limits.rows()).map(row -> row.within(limits)).toList(),
        options.stream().limit(limits.options()).toList(),
        shown,
        behind.stream().limit(limits.menu()).toList(),
        settled);
  }

  /** A labelled fact. */
  public record Row(String label, String value) {
    Row within(Limits limits) {
      return new Row(limits.cut(label, limits.rowLabel()), limits.cut(value, limits.rowValue()));
    }
  }

  /** Something to tick. */
  public record Option(String id, String label, boolean ticked) {}

  /**
   * Something to tap.
   *
   * @param action comes back in {@link Inbound.Tap}; opaque to the channel, at most 128 characters
   */
  public record Button(String action, String label, Style style) {
    Button within(Limits limits) {
      return new Button(action, limits.cut(label, limits.buttonLabel()), style);
    }
  }

  /** How much a button asks to be tapped. */
  public enum Style {
    PRIMARY,
    NORMAL,
    DANGER
  }
}
