package io.kouxin.integrations.wecom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Card;
import java.util.Optional;

/**
 * Our card as an AI bot shows it (document 101032): an application's in other colours. A bot's
 * button cannot be greyed, so a settled card carries one quiet button that does nothing.
 */
final class BotCard {
  private BotCard() {}

  /** A card to send; empty if nothing on it can be tapped: words do better. */
  static Optional<JsonObject> sheet(String key, Card card, String text) {
    return TemplateCard.sheet(key, card, text, WeComChannel.LIMITS).map(BotCard::recoloured);
  }

  /** The new face of a card that was sent under this key. */
  static Optional<JsonObject> face(String key, Card card, String text) {
    return TemplateCard.face(card, text, WeComChannel.LIMITS)
        .map(BotCard::recoloured)
        .map(
            json -> {
              json.remove("replace_text");
              json.addProperty("task_id", TaskId.of(key));
              return json;
            });
  }

  private static JsonObject recoloured(JsonObject card) {
    if (card.has("button_list")) {
      for (JsonElement button : card.getAsJsonArray("button_list")) {
        JsonObject each = button.getAsJsonObject();
        each.addProperty("style", colour(each.get("style").getAsInt()));
      }
    }
    return card;
  }

  /** 3 is neutral for an application and red for a bot, and 4 the other way round. */
  private static int colour(int style) {
    return switch (style) {
      case 3 -> 4;
      case 4 -> 3;
      default -> style;
    };
  }
}
