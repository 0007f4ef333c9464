package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.Inbound;
import java.util.List;
import java.util.Optional;

/**
 * What happens to an AI bot besides messages (document 101027). An event that we do not know, or
 * one without what belongs to it, is a notice.
 */
final class BotEvents {
  /** What a handle of a bot's card begins with; an application's never do. */
  static final String HANDLE = "aibot:";

  private static final int LONGEST = 100;

  private BotEvents() {}

  static Inbound of(Told event, Inbound.Envelope envelope) {
    String type = event.word("eventtype").orElse("none");
    String kind = type.substring(0, Math.min(type.length(), LONGEST));
    Optional<Inbound> known =
        switch (type) {
          case "enter_chat" -> Optional.of(new Inbound.Entered(envelope));
          case "template_card_event" -> tap(event, envelope);
          default -> Optional.empty();
        };
    return known
        .filter(what -> !envelope.sender().equals("sys"))
        .orElseGet(() -> new Inbound.Notice(envelope, kind));
  }

  /** A tap on a card whose task id is none of ours is nobody's tap. */
  private static Optional<Inbound> tap(Told event, Inbound.Envelope envelope) {
    // The page nests it, and the types of WeCom's own library for Node do not.
    Told tapped = event.has("template_card_event") ? event.object("template_card_event") : event;
    Optional<String> card = tapped.word("task_id").flatMap(TaskId::key);
    Optional<String> action = tapped.word("event_key");
    if (card.isEmpty() || action.isEmpty()) {
      return Optional.empty();
    }
    List<String> ticked =
        tapped.object("selected_items").objects("selected_item").stream()
            .flatMap(item -> item.object("option_ids").texts("option_id").stream())
            .map(String::strip)
            .toList();
    String handle = HANDLE + envelope.id();
    return Optional.of(
        new Inbound.Tap(envelope, card.get(), action.get(), ticked, Optional.of(handle)));
  }
}
