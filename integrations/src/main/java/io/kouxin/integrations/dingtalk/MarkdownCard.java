package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Limits;
import io.kouxin.integrations.channel.TapCode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A card as Markdown. Its buttons and options are links of the kind {@code dtmd}, which make the
 * person say the button's words: they need no card template, and work in ordinary Markdown messages
 * only.
 */
final class MarkdownCard {
  private static final String SAY = "dtmd://dingtalkclient/sendMessage?content=";
  private static final int LONGEST_OPTION = 40;

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
      blocks.addAll(links(key, card, limits));
    }
    String text =
        blocks.stream().filter(block -> !block.isBlank()).collect(Collectors.joining("\n\n"));
    return Saying.markdown(card.title(), text);
  }

  private static String row(Card.Row row) {
    return "- **" + Markdown.line(row.label()) + "** " + Markdown.line(row.value());
  }

  private static List<String> links(String key, Card card, Limits limits) {
    String options =
        card.options().stream()
            .map(option -> "- " + option(key, option, limits))
            .collect(Collectors.joining("\n"));
    return List.of(options, beside(key, card.buttons()), beside(key, card.menu()));
  }

  private static String option(String key, Card.Option option, Limits limits) {
    String label = limits.cut(option.label(), LONGEST_OPTION);
    return (option.ticked() ? "☑ " : "☐ ") + link(key, option.id(), label);
  }

  private static String beside(String key, List<Card.Button> buttons) {
    return buttons.stream()
        .flatMap(
            button ->
                button.label().isBlank()
                    ? Stream.empty()
                    : Stream.of(link(key, button.action(), button.label())))
        .collect(Collectors.joining("  |  "));
  }

  private static String link(String key, String action, String label) {
    String words = TapCode.of(key, action, label.replaceAll("\\s+", " ")).words();
    String content = URLEncoder.encode(words, UTF_8).replace("+", "%20");
    return "[" + Markdown.line(label) + "](" + SAY + content + ")";
  }
}
