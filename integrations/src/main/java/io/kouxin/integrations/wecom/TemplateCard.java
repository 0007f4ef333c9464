package io.kouxin.integrations.wecom;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Limits;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Our card as WeCom's {@code template_card}: {@code button_interaction}, or {@code
 * vote_interaction} where there is something to tick, or {@code text_notice} where it only informs
 * (document 90236; updates: 94888).
 *
 * <p>A notice has to open a page (42045): where nobody said which, words do better. The other two
 * are not used: {@code news_notice} needs a picture, and {@code multiple_interaction} several
 * questions, which no card of ours has.
 */
final class TemplateCard {
  /** One question a card. */
  private static final String QUESTION = "ticked";

  /** What a settled card's grey bar would say if it were tapped; no room knows it. */
  private static final String SETTLED = "settled";

  private static final int SEVERAL = 1;

  /** A card action that opens a page; 2 opens a small program. */
  private static final int OPENS_PAGE = 1;

  private TemplateCard() {}

  /**
   * A card to send.
   *
   * @param text the message in words, for a card that has none for its title
   * @return empty if nothing on it can be tapped or its key cannot be a task id: words do better
   */
  static Optional<JsonObject> sheet(String key, Card card, String text, Limits limits) {
    if (card.settled().isPresent()) {
      return Optional.empty();
    }
    try {
      String id = TaskId.of(key);
      return rendered(card, text, limits).map(json -> with(json, "task_id", id));
    } catch (IllegalArgumentException unusableKey) {
      return Optional.empty();
    }
  }

  /**
   * A card that only informs.
   *
   * @param page what tapping it opens
   * @return empty if there is something to do on it, or was, or nothing to read
   */
  static Optional<JsonObject> notice(Card card, String text, Limits limits, URI page) {
    boolean informs =
        Stream.of(card.buttons(), card.menu(), card.options()).allMatch(List::isEmpty)
            && card.settled().isEmpty();
    Card fits = Headline.on(card, text, limits).within(limits);
    if (!informs || fits.title().isBlank()) {
      return Optional.empty();
    }
    var json = read("text_notice", fits);
    var opens = with(new JsonObject(), "url", page.toString());
    opens.addProperty("type", OPENS_PAGE);
    json.add("card_action", opens);
    return Optional.of(json);
  }

  /** A new face for a card that was sent; its task id stays, so taps still find it. */
  static Optional<JsonObject> face(Card card, String text, Limits limits) {
    if (card.settled().isEmpty()) {
      return rendered(card, text, limits);
    }
    String line = card.settled().get();
    var grey = new Card.Button(SETTLED, line, Card.Style.NORMAL);
    Card bare = card.settledAs(line).withButtons(List.of(grey));
    return rendered(bare, text, limits).map(json -> with(json, "replace_text", line));
  }

  private static Optional<JsonObject> rendered(Card card, String text, Limits limits) {
    Card fits = Headline.on(tappable(card), text, limits).within(limits);
    if (fits.buttons().isEmpty() || fits.title().isBlank()) {
      return Optional.empty();
    }
    return Optional.of(fits.options().isEmpty() ? buttons(fits) : vote(fits));
  }

  /** WeCom shows no corner menu without a button. */
  private static Card tappable(Card card) {
    return card.buttons().isEmpty()
        ? new Card(
            card.title(),
            card.subtitle(),
            card.body(),
            card.rows(),
            card.options(),
            card.menu(),
            List.of(),
            card.settled())
        : card;
  }

  /** What there is to read: title, line, body and rows. */
  private static JsonObject read(String type, Card card) {
    var json = typed(type, card.title(), card.subtitle());
    if (!card.body().isBlank()) {
      with(json, "sub_title_text", card.body());
    }
    if (!card.rows().isEmpty()) {
      json.add("horizontal_content_list", array(card.rows().stream().map(TemplateCard::row)));
    }
    return json;
  }

  private static JsonObject buttons(Card card) {
    var json = read("button_interaction", card);
    json.add("button_list", array(card.buttons().stream().map(TemplateCard::button)));
    if (!card.menu().isEmpty()) {
      var menu = new JsonObject();
      menu.add("action_list", array(card.menu().stream().map(TemplateCard::entry)));
      json.add("action_menu", menu);
    }
    return json;
  }

  /** It has room for a title, a line, the options and one button: the first is the one. */
  private static JsonObject vote(Card card) {
    String line =
        Stream.of(card.subtitle(), card.body())
            .filter(words -> !words.isBlank())
            .collect(Collectors.joining(" "));
    var json = typed("vote_interaction", card.title(), line);
    var box = with(new JsonObject(), "question_key", QUESTION);
    box.addProperty("mode", SEVERAL);
    box.add("option_list", array(card.options().stream().map(TemplateCard::option)));
    json.add("checkbox", box);
    json.add("submit_button", entry(card.buttons().getFirst()));
    return json;
  }

  private static JsonObject typed(String type, String title, String line) {
    var json = with(new JsonObject(), "card_type", type);
    var main = with(new JsonObject(), "title", title);
    if (!line.isBlank()) {
      with(main, "desc", line);
    }
    json.add("main_title", main);
    return json;
  }

  private static JsonObject row(Card.Row row) {
    return with(with(new JsonObject(), "keyname", row.label()), "value", row.value());
  }

  private static JsonObject option(Card.Option option) {
    var json = with(with(new JsonObject(), "id", option.id()), "text", option.label());
    json.addProperty("is_checked", option.ticked());
    return json;
  }

  private static JsonObject button(Card.Button button) {
    var json = with(new JsonObject(), "text", button.label());
    json.addProperty("style", style(button.style()));
    return with(json, "key", button.action());
  }

  private static JsonObject entry(Card.Button button) {
    return with(with(new JsonObject(), "text", button.label()), "key", button.action());
  }

  /** The colours of an application's card; those of the AI bot are others. */
  private static int style(Card.Style style) {
    return switch (style) {
      case PRIMARY -> 1;
      case NORMAL -> 3;
      case DANGER -> 4;
    };
  }

  private static JsonArray array(Stream<JsonObject> parts) {
    var array = new JsonArray();
    parts.forEach(array::add);
    return array;
  }

  private static JsonObject with(JsonObject json, String name, String value) {
    json.addProperty(name, Sayable.of(value));
    return json;
  }
}
