package io.kouxin.bot.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.bot.wording.MessageRules;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Outbound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the bot said in a test, to anybody: whatever the test is about, each sentence keeps to
 * the rules of messages.
 */
public final class EverythingSaid {
  private static final int ALL = 100_000;

  private EverythingSaid() {}

  /** Fails with every broken rule. */
  public static void keepsToTheRules(Outbox outbox) {
    List<Posted> all = outbox.list(Optional.empty(), Optional.empty(), ALL);
    Map<String, String> said = new LinkedHashMap<>();
    for (Posted one : all) {
      texts(one.message())
          .filter(text -> !text.isBlank())
          .forEach(text -> said.put(one.message().key() + " " + text, text));
    }
    assertThat(MessageRules.broken(said)).isEmpty();
  }

  private static Stream<String> texts(Outbound message) {
    return switch (message) {
      case Outbound.Sheet sheet -> Stream.concat(Stream.of(sheet.text()), texts(sheet.card()));
      case Outbound.Change change -> Stream.concat(Stream.of(change.text()), texts(change.face()));
      case Outbound.Push push ->
          Stream.concat(
              Stream.of(push.text()), push.card().stream().flatMap(EverythingSaid::texts));
      case Outbound.Reply reply -> Stream.of(reply.text());
      case Outbound.FileDelivery file -> Stream.of(file.text());
      case Outbound.Recall recall -> Stream.of(recall.text());
    };
  }

  private static Stream<String> texts(Card card) {
    return Stream.of(
            Stream.of(card.title(), card.subtitle(), card.body(), card.settled().orElse("")),
            card.rows().stream().flatMap(row -> Stream.of(row.label(), row.value())),
            card.options().stream().map(Card.Option::label),
            Stream.concat(card.buttons().stream(), card.menu().stream()).map(Button::label))
        .flatMap(texts -> texts);
  }
}
