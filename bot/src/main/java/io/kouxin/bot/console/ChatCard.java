package io.kouxin.bot.console;

import com.fasterxml.jackson.annotation.JsonValue;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.sandbox.Look;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A card as the sandbox's page draws it.
 *
 * @param key what a tap brings back
 * @param settled the grey line that replaces the buttons; empty (JSON null) while there is
 *     something to do
 */
record ChatCard(
    String key,
    String title,
    String subtitle,
    String body,
    List<Card.Row> rows,
    List<Card.Option> options,
    List<Button> buttons,
    List<Button> menu,
    Optional<String> settled) {

  /** The card cut to what the platform of this look takes. */
  static ChatCard of(String key, Card whole, Look look) {
    Card card = whole.within(look.limits());
    return new ChatCard(
        key,
        card.title(),
        card.subtitle(),
        card.body(),
        card.rows(),
        card.options(),
        card.buttons().stream().map(Button::of).toList(),
        card.menu().stream().map(Button::of).toList(),
        card.settled());
  }

  /** Something to tap. */
  record Button(String action, String label, Style style) {
    static Button of(Card.Button button) {
      return new Button(button.action(), button.label(), Style.valueOf(button.style().name()));
    }
  }

  /** How a button is drawn. */
  enum Style {
    PRIMARY,
    NORMAL,
    DANGER;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
