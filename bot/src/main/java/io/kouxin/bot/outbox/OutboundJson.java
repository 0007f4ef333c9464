package io.kouxin.bot.outbox;

import io.kouxin.integrations.channel.Outbound;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What we say as JSON in the store. */
final class OutboundJson {
  private final JsonMapper json;

  /** What was kept before a message had all its fields of today is still read. */
  OutboundJson(JsonMapper json) {
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
  }

  enum Kind {
    REPLY(Outbound.Reply.class),
    SHEET(Outbound.Sheet.class),
    CHANGE(Outbound.Change.class),
    PUSH(Outbound.Push.class),
    FILE(Outbound.FileDelivery.class),
    RECALL(Outbound.Recall.class);

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
      case Outbound.Recall r -> Kind.RECALL;
    };
  }

  static Optional<String> card(Outbound message) {
    return switch (message) {
      case Outbound.Sheet sheet -> Optional.of(sheet.key());
      case Outbound.Change change -> Optional.of(change.card());
      case Outbound.Push push -> push.card().map(card -> push.key());
      case Outbound.Reply r -> Optional.empty();
      case Outbound.FileDelivery f -> Optional.empty();
      case Outbound.Recall r -> Optional.empty();
    };
  }

  String write(Outbound message) {
    return json.writeValueAsString(message);
  }

  Outbound read(String kind, String text) {
    return json.readValue(text, Kind.valueOf(kind).type);
  }
}
