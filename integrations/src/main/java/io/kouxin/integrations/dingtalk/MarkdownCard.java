package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Limits;
import io.kouxin.integrations.channel.TapCode;
import io.kouxin.integrations.channel.TapCode.Choice;
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
  private static final int LONGEST_OPTION = 40;
  private static final String SAY = "dtmd://dingtalkclient/sendMessage?content=";

  private MarkdownCard() {}

  /**
   * The card's face.
   *
   * @param key under which the card is sent
   */
  static Saying of(String key, Card whole, Limits limits) {
    Card card = shortened(whole.within(limits), limits);
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

  private static Card shortened(Card card, Limits limits) {
    return new Card(
        card.title(),
        card.subtitle(),
        card.body(),
        card.rows(),
        card.options().stream()
            .map(o -> new Card.Option(o.id(), limits.cut(o.label(), LONGEST_OPTION), o.ticked()))
            .toList(),
        card.buttons(),
        card.menu(),
        card.settled());
  }

  private static String row(Card.Row row) {
    return "- **" + Markdown.line(row.label()) + "** " + Markdown.line(row.value());
  }

  private static List<String> links(String key, Card card) {
    List<Choice> choices = TapCode.choices(key, card);
    List<String> options = card.options().stream().map(option -> option(option, choices)).toList();
    String buttons =
        choices.stream()
            .filter(choice -> choice.ticked().isEmpty() && !choice.code().label().isBlank())
            .map(choice -> link(choice.code()))
            .collect(Collectors.joining("  |  "));
    return List.of(String.join("\n", options), buttons);
  }

  /** A card without a button has nothing that could send a tick. */
  private static String option(Card.Option option, List<Choice> choices) {
    String shown =
        choices.stream()
            .filter(choice -> choice.ticked().contains(option.id()))
            .findFirst()
            .map(choice -> link(choice.code()))
            .orElseGet(() -> Markdown.line(option.label()));
    return (option.ticked() ? "- ☑ " : "- ☐ ") + shown;
  }

  private static String link(TapCode code) {
    String content = URLEncoder.encode(code.words(), UTF_8).replace("+", "%20");
    return "[" + Markdown.line(code.label()) + "](" + SAY + content + ")";
  }
}
