package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.Inbound;
import java.util.Locale;
import java.util.Optional;

/**
 * What the platform tells about a person or itself (documents 90240 and 91123). An event that we do
 * not know, or one without what belongs to it, is a notice.
 */
final class Events {
  private static final String PLACE = "SendLocationInfo/";
  private static final String TICKED = "SelectedItems/SelectedItem/OptionIds/OptionId";

  private Events() {}

  static Inbound of(String event, Leaves leaves, Inbound.Envelope envelope) {
    Optional<Inbound> known =
        switch (event.toLowerCase(Locale.ROOT)) {
          case "enter_agent" -> Optional.of(new Inbound.Entered(envelope));
          case "subscribe" -> Optional.of(new Inbound.Joined(envelope));
          case "unsubscribe" -> Optional.of(new Inbound.Left(envelope));
          case "location" -> located(leaves, envelope);
          case "location_select" -> Messages.place(leaves, envelope, PLACE);
          case "click" -> leaves.word("EventKey").map(key -> new Inbound.Chosen(envelope, key));
          case "template_card_event", "template_card_menu_event" -> tap(leaves, envelope);
          case "change_contact" -> Optional.of(new Inbound.Reorganised(envelope));
          default -> Optional.empty();
        };
    return known.orElseGet(() -> new Inbound.Notice(envelope, event));
  }

  private static Optional<Inbound> located(Leaves leaves, Inbound.Envelope envelope) {
    Optional<Double> latitude = leaves.number("Latitude", 90);
    Optional<Double> longitude = leaves.number("Longitude", 180);
    Optional<Double> precision = leaves.number("Precision", Double.MAX_VALUE);
    if (latitude.isEmpty() || longitude.isEmpty() || precision.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Inbound.Located(envelope, latitude.get(), longitude.get(), precision.get()));
  }

  /** A tap on a card whose task id is none of ours is nobody's tap. */
  private static Optional<Inbound> tap(Leaves leaves, Inbound.Envelope envelope) {
    Optional<String> card = leaves.word("TaskId").flatMap(TaskId::key);
    Optional<String> action = leaves.word("EventKey");
    if (card.isEmpty() || action.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Inbound.Tap(
            envelope,
            card.get(),
            action.get(),
            leaves.all(TICKED).stream().map(String::strip).toList(),
            leaves.word("ResponseCode")));
  }
}
