package io.kouxin.bot.outbox;

import io.kouxin.integrations.channel.Outbound;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What we say as JSON in the store. */
final class OutboundJson {
  private final JsonMapper json;

  OutboundJson(JsonMapper json) {
    this.json = json;
  }

  enum Kind {
    REPLY(Outbound.Reply.class),
    SHEET(Outbound.Sheet.class),
    CHANGE(Outbound.Change.class),
    PUSH(Outbound.Push.class),
    FILE(Outbound.FileDelivery.class);

    private final Class<? extends Outbound> type;

    Kind(Class<? extends Outbound> type) {
      this.type = type;
    }
  }

  static Kind kind(Outbound message) {
    return switch (message) {
      case Outbound.Reply r -> Kind.REPLY;
      case Outbound.Sheet s -> Kind.SHEET;
      case Outbound.Change c -> Kind.CHANGE;
      case Outbound.Push p -> Kind.PUSH;
      case Outbound.FileDelivery f -> Kind.FILE;
    };
  }

  static Optional<String> card(Outbound message) {
    return switch (message) {
      case Outbound.Sheet sheet -> Optional.of(sheet.key());
      case Outbound.Change change -> Optional.of(change.card());
      case Outbound.Push push -> push.card().map(card -> push.key());
      case Outbound.Reply r -> Optional.empty();
      case Outbound.FileDelivery f -> Optional.empty();
    };
  }

  String write(Outbound message) {
    return json.writeValueAsString(message);
  }

  Outbound read(String kind, String text) {
    return json.readValue(text, Kind.valueOf(kind).type);
  }
}
