package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Limits;
import io.kouxin.integrations.channel.TapCode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A card as Markdown. Its buttons and options are links of the kind {@code dtmd}, which make the
 * person say the button's words: they need no card template, and work in ordinary Markdown messages
 * only.
 */
final class MarkdownCard {
  private static final String SAY = "dtmd://dingtalkclient/sendMessage?content=";

  private MarkdownCard() {}

  /**
   * The card's face.
   *
   * @param key under which the card is sent
   */
  static Saying of(String key, Card whole, Limits limits) {
    Card card = whole.within(limits);
    List<String> blocks = new ArrayList<>();
    blocks.add("#### " + Markdown.line(card.title()));
    if (!card.subtitle().isBlank()) {
      blocks.add("> " + Markdown.line(card.subtitle()));
    }
    if (!card.body().isBlank()) {
      blocks.add(Markdown.of(card.body()));
    }
    blocks.add(card.rows().stream().map(MarkdownCard::row).collect(Collectors.joining("\n")));
    if (card.settled().isPresent()) {
      blocks.add("> " + Markdown.line(card.settled().get()));
    } else {
      blocks.addAll(links(key, card));
    }
    String text =
        blocks.stream().filter(block -> !block.isBlank()).collect(Collectors.joining("\n\n"));
    return Saying.markdown(card.title(), text);
  }

  private static String row(Card.Row row) {
    return "- **" + Markdown.line(row.label()) + "** " + Markdown.line(row.value());
  }

  private static List<String> links(String key, Card card) {
    List<TapCode.Choice> choices = TapCode.choices(key, card);
    String options =
        choices.stream()
            .filter(choice -> !choice.ticked().isEmpty())
            .map(choice -> "- ☐ " + link(choice.code()))
            .collect(Collectors.joining("\n"));
    String buttons =
        choices.stream()
            .filter(choice -> choice.ticked().isEmpty() && !choice.code().label().isBlank())
            .map(choice -> link(choice.code()))
            .collect(Collectors.joining("  |  "));
    return List.of(options, buttons);
  }

  private static String link(TapCode code) {
    String content = URLEncoder.encode(code.words(), UTF_8).replace("+", "%20");
    return "[" + Markdown.line(code.label()) + "](" + SAY + content + ")";
  }
}
