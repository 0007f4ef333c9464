package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * The template of interactive cards that an administrator has chosen, and the way by which taps on
 * them come. What it has to show is written in {@code deploy/dingtalk}.
 *
 * @param id as the card builder shows it, ending in {@code .schema}
 * @param callbacks where DingTalk was told to bring taps; empty where they come over the Stream
 */
public record CardTemplate(String id, Optional<CardCallbacks> callbacks) {

  /**
   * Says what is wrong with a setting.
   *
   * @throws IllegalArgumentException naming the setting
   */
  public CardTemplate {
    if (!id.matches("[\\w.-]{1,100}")) {
      throw new IllegalArgumentException(
          "DingTalk's card-template has letters, digits, dashes and dots, like"
              + " 1366a1eb-bc54-4859-ac88-517c56a9acb1.schema");
    }
  }

  /** With taps that come over the Stream. */
  public static CardTemplate streamed(String id) {
    return new CardTemplate(id, Optional.empty());
  }

  /** With taps that come to our door. */
  public static CardTemplate knocking(String id, CardCallbacks callbacks) {
    return new CardTemplate(id, Optional.of(callbacks));
  }

  /** Whether taps on a card that is sent now would reach us. */
  boolean isReady() {
    return callbacks.map(CardCallbacks::isRegistered).orElse(true);
  }

  /** Writes into a new card what it is made of, and where its taps go. */
  void on(JsonObject card) {
    card.addProperty("cardTemplateId", id);
    card.addProperty("callbackType", callbacks.isPresent() ? "HTTP" : "STREAM");
    callbacks.ifPresent(route -> card.addProperty("callbackRouteKey", route.routeKey()));
  }
}
