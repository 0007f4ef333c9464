package io.kouxin.bot.pack;

import io.kouxin.integrations.channel.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * What chats leave of a text, by the limits that their adapters state. Chats that leave the same
 * are named together.
 *
 * @param chats where the text may be shown
 */
public record Fit(List<Chat> chats) {
  public Fit {
    chats = List.copyOf(chats);
  }

  /**
   * A kind of chat.
   *
   * @param name as people call it, such as {@code WeCom}
   */
  public record Chat(String name, Limits limits) {}

  /** Where on a card a text stands. */
  public enum Place {
    TITLE(Limits::title),
    SUBTITLE(Limits::subtitle),
    BODY(Limits::body),
    ROW_LABEL(Limits::rowLabel),
    ROW_VALUE(Limits::rowValue),
    BUTTON(Limits::buttonLabel);

    private final ToIntFunction<Limits> most;

    Place(ToIntFunction<Limits> most) {
      this.most = most;
    }

    /** What this chat leaves of the text. */
    public String shown(String text, Limits limits) {
      return limits.cut(text, most.applyAsInt(limits));
    }

    private int most(Limits limits) {
      return most.applyAsInt(limits);
    }
  }

  /**
   * A text that some chats do not show whole.
   *
   * @param chats their names, in words
   * @param shown what they show instead
   * @param most how many characters they take
   */
  public record Cut(String chats, String shown, int most) {
    /** Such as: cut in WeCom to "…". */
    public String words() {
      return "cut in " + chats + " to \"" + shown + "\"";
    }
  }

  /** What is cut there, the tightest chat first as they were named. */
  public List<Cut> cuts(Place place, String text) {
    Map<String, List<Chat>> byShown = new LinkedHashMap<>();
    for (Chat chat : chats) {
      String shown = place.shown(text, chat.limits());
      if (!shown.equals(text)) {
        byShown.computeIfAbsent(shown, key -> new ArrayList<>()).add(chat);
      }
    }
    return byShown.entrySet().stream()
        .map(
            entry ->
                new Cut(
                    names(entry.getValue()),
                    entry.getKey(),
                    place.most(entry.getValue().getFirst().limits())))
        .toList();
  }

  /** The names of chats, in words. */
  static String names(List<Chat> chats) {
    return chats.stream().map(Chat::name).distinct().collect(Collectors.joining(" and "));
  }
}
