package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Limits;
import io.kouxin.integrations.channel.Pieces;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an interactive card shows: the variables {@code title}, {@code markdown}, {@code tips} and,
 * in {@code sys_full_json_obj}, the list {@code msgButtons}. They are those of DingTalk's public
 * template "Markdown with buttons", so that nobody has to draw one; a template of one's own binds
 * the same.
 */
final class CardFace {
  /** Counts and lengths that fit the {@link #VALUE} bytes of a variable in all but odd cases. */
  static final Limits LIMITS = new Limits(40, 60, 250, 8, 12, 60, 6, 6, 12, 4, 15_000, true, true);

  /**
   * Bytes of one variable (KB:create-and-deliver-cards); more is seen to work, and not promised.
   */
  static final int VALUE = 1024;

  /** Between the action and the option that a button stands for. */
  static final char TICK = '\n';

  private static final int LONGEST_OPTION = 20;
  private static final int[] ROOMS = {60, 40, 25, 15};

  private CardFace() {}

  /** The variables; each is a string, as DingTalk wants it. */
  static JsonObject of(Card whole) {
    Card card = whole.within(LIMITS);
    var variables = new JsonObject();
    variables.addProperty("title", card.title().isBlank() ? "…" : card.title());
    variables.addProperty("markdown", markdown(card));
    variables.addProperty("tips", card.settled().orElse(""));
    variables.addProperty("sys_full_json_obj", buttons(card));
    return variables;
  }

  /** Shortened until it fits: long values first, the rest at the end. */
  private static String markdown(Card card) {
    String words = "";
    for (int room : ROOMS) {
      words = markdown(card, room);
      if (bytes(words) <= VALUE) {
        return words;
      }
    }
    return Pieces.of(words, VALUE - bytes("…")).getFirst() + "…";
  }

  private static String markdown(Card card, int room) {
    List<String> blocks = new ArrayList<>();
    if (!card.subtitle().isBlank()) {
      blocks.add("> " + Markdown.line(card.subtitle()));
    }
    if (!card.body().isBlank()) {
      blocks.add(Markdown.of(LIMITS.cut(card.body(), room * LIMITS.body() / ROOMS[0])));
    }
    String rows =
        card.rows().stream()
            .map(row -> "- **%s** %s".formatted(Markdown.line(row.label()), value(row, room)))
            .collect(Collectors.joining("\n"));
    blocks.add(rows);
    return blocks.stream().filter(block -> !block.isBlank()).collect(Collectors.joining("\n\n"));
  }

  private static String value(Card.Row row, int room) {
    return Markdown.line(LIMITS.cut(row.value(), room));
  }

  /** The least wanted are left out where not all fit; people may always say what they want. */
  private static String buttons(Card card) {
    List<JsonObject> all = new ArrayList<>(card.settled().isPresent() ? List.of() : choices(card));
    while (bytes(json(all)) > VALUE) {
      all.removeLast();
    }
    return json(all);
  }

  private static String json(List<JsonObject> buttons) {
    var list = new JsonArray();
    buttons.forEach(list::add);
    var object = new JsonObject();
    object.add("msgButtons", list);
    return object.toString();
  }

  /** An option is sent alone by the first button, as it is where buttons are words. */
  private static List<JsonObject> choices(Card card) {
    List<JsonObject> all = new ArrayList<>();
    card.buttons().forEach(button -> all.add(button(button)));
    card.buttons().stream()
        .findFirst()
        .ifPresent(first -> card.options().forEach(each -> all.add(option(each, first))));
    card.menu().forEach(button -> all.add(button(button)));
    return all;
  }

  private static JsonObject option(Card.Option option, Card.Button first) {
    String label = (option.ticked() ? "☑ " : "☐ ") + LIMITS.cut(option.label(), LONGEST_OPTION);
    return button(label, "gray", first.action() + TICK + option.id());
  }

  private static JsonObject button(Card.Button button) {
    String color =
        switch (button.style()) {
          case PRIMARY -> "blue";
          case NORMAL -> "gray";
          case DANGER -> "red";
        };
    return button(button.label(), color, button.action());
  }

  private static JsonObject button(String label, String color, String id) {
    var button = new JsonObject();
    button.addProperty("text", label);
    button.addProperty("color", color);
    button.addProperty("id", id);
    button.addProperty("request", true);
    return button;
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }
}
