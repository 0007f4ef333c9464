package io.kouxin.integrations.wecom.emulator;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the chat: the kind of a message and the object under its name.
 *
 * @param type {@code text}, {@code markdown}, {@code template_card} …
 * @param body as it is shown, so a text is already cut where the platform cuts
 * @param greyed what the buttons were replaced by; with it nothing can be tapped any more
 */
public record Content(String type, JsonObject body, Optional<String> greyed) {
  private static final String CARD = "template_card";

  Content(String type, JsonObject body) {
    this(type, body, Optional.empty());
  }

  /** Whether it is a card with a template. */
  public boolean isCard() {
    return type.equals(CARD);
  }

  /** The words of a text or markdown message, or a card's title and subtitle. */
  public String words() {
    Fields fields = new Fields(body);
    if (!isCard()) {
      return fields.text("content");
    }
    Fields title = fields.object("main_title");
    return (title.text("title") + "\n" + title.text("desc") + "\n" + fields.text("sub_title_text"))
        .strip();
  }

  /** Empty when there is none. */
  public String taskId() {
    return new Fields(body).text("task_id");
  }

  /** {@code button_interaction}, {@code text_notice} …; empty for what is no card. */
  public String cardType() {
    return new Fields(body).text("card_type");
  }

  /** Keys that a tap may name now, in the order of the card; none once it is greyed. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    if (isCard() && greyed.isEmpty()) {
      Fields fields = new Fields(body);
      fields.objects("button_list").forEach(each -> keys.add(each.text("key")));
      keys.add(fields.object("submit_button").text("key"));
      keys.addAll(menuKeys());
      keys.removeIf(String::isEmpty);
    }
    return keys;
  }

  /** Keys of the menu at the top right. */
  List<String> menuKeys() {
    return new Fields(body)
        .object("action_menu").objects("action_list").stream()
            .map(each -> each.text("key"))
            .toList();
  }

  /** Whether the platform gives a response code for it. */
  boolean isAnswerable() {
    return isCard() && (!cardType().endsWith("_notice") || !menuKeys().isEmpty());
  }

  Content greyedAs(String words) {
    return new Content(type, body, Optional.of(words));
  }

  /** A card that takes the place of this one keeps its task. */
  Content replacedBy(JsonObject card) {
    JsonObject copy = card.deepCopy();
    copy.addProperty("task_id", taskId());
    String grey = new Fields(copy).text("replace_text");
    return new Content(CARD, copy, Optional.of(grey).filter(words -> !words.isEmpty()));
  }
}
