package io.kouxin.bot.wiring;

import io.kouxin.bot.outbox.Posted;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import io.kouxin.integrations.channel.Outbound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person sees of the bot: words and cards, each card with its latest face. */
public record Window(List<Posted> posted) {
  public Window {
    posted = List.copyOf(posted);
  }

  /** Messages that arrived as such, a changed card not counted. */
  public int messages() {
    return (int) posted.stream().filter(p -> !(p.message() instanceof Outbound.Change)).count();
  }

  /** The words of all answers, oldest first. */
  public List<String> answers() {
    return posted.stream()
        .map(Posted::message)
        .filter(Outbound.Reply.class::isInstance)
        .map(Outbound::text)
        .toList();
  }

  /** The last of them. */
  public String answer() {
    return answers().getLast();
  }

  /** The cards as they look now, by key, oldest first. */
  public Map<String, Card> cards() {
    Map<String, Card> cards = new LinkedHashMap<>();
    for (Posted one : posted) {
      switch (one.message()) {
        case Outbound.Sheet sheet -> cards.put(sheet.key(), sheet.card());
        case Outbound.Change change -> cards.put(change.card(), change.face());
        case Outbound.Push push -> push.card().ifPresent(card -> cards.put(push.key(), card));
        default -> {}
      }
    }
    return cards;
  }

  /** The newest card. */
  public Card card() {
    return List.copyOf(cards().values()).getLast();
  }

  /** What stands in a row of the newest card, empty if it has no such row. */
  public String row(String label) {
    return row(card(), label);
  }

  /** What stands in a row of a card, empty if it has no such row. */
  public static String row(Card card, String label) {
    return card.rows().stream()
        .filter(row -> row.label().equals(label))
        .map(Card.Row::value)
        .findFirst()
        .orElse("");
  }

  /** The labels of the buttons of the newest card. */
  public List<String> buttons() {
    return card().buttons().stream().map(Button::label).toList();
  }

  /** A tap on the newest button with this label. */
  public Inbound.Tap tap(Envelope envelope, String label) {
    Inbound.Tap found = null;
    for (var card : cards().entrySet()) {
      for (Button button : all(card.getValue())) {
        if (button.label().equals(label)) {
          found = new Inbound.Tap(envelope, card.getKey(), button.action(), List.of());
        }
      }
    }
    return Optional.ofNullable(found)
        .orElseThrow(() -> new AssertionError("no button " + label + " on " + cards().values()));
  }

  private static List<Button> all(Card card) {
    return Stream.concat(card.buttons().stream(), card.menu().stream()).toList();
  }
}
