package io.kouxin.bot.console;

import io.kouxin.bot.console.ChatItem.From;
import io.kouxin.bot.console.ChatItem.Kind;
import io.kouxin.bot.console.ChatItem.State;
import io.kouxin.bot.inbox.Message;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.sandbox.Look;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells both sides of a chat as bubbles, the way the platform of a look would show them. */
final class ChatStory {
  private final Look look;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<ChatItem> items = new ArrayList<>();

  ChatStory(Look look) {
    this.look = look;
  }

  List<ChatItem> of(List<Message> said, List<Posted> answered) {
    Map<String, String> labels = new LinkedHashMap<>();
    answered.forEach(posted -> collectLabels(posted, labels));
    said.stream().flatMap(message -> said(message, labels).stream()).forEach(items::add);
    answered.stream().filter(ChatStory::isVisible).forEach(this::add);
    return List.copyOf(items);
  }

  /** What waits for its hour is not in the chat yet, and what was taken back not any more. */
  private static boolean isVisible(Posted posted) {
    if (posted.state() == Posted.State.RECALLED) {
      return false;
    }
    if (posted.message() instanceof Outbound.Recall) {
      return posted.way().filter(way -> way != Delivered.Way.NONE).isPresent();
    }
    return posted.state() != Posted.State.WAITING || !(posted.message() instanceof Outbound.Push);
  }

  private static void collectLabels(Posted posted, Map<String, String> labels) {
    cardOf(posted.message())
        .ifPresent(
            card ->
                Stream.concat(card.buttons().stream(), card.menu().stream())
                    .forEach(button -> labels.put(button.action(), button.label())));
  }

  private static Optional<Card> cardOf(Outbound message) {
    return switch (message) {
      case Outbound.Sheet sheet -> Optional.of(sheet.card());
      case Outbound.Change change -> Optional.of(change.face());
      case Outbound.Push push -> push.card();
      case Outbound.Reply r -> Optional.empty();
      case Outbound.FileDelivery f -> Optional.empty();
      case Outbound.Recall r -> Optional.empty();
    };
  }

  private static Optional<ChatItem> said(Message message, Map<String, String> labels) {
    return switch (message.inbound()) {
      case Inbound.Text text -> Optional.of(mine(message, Kind.TEXT, text.text()));
      case Inbound.Voice voice ->
          Optional.of(media(message, Kind.VOICE, voice.media().contentType(), ""));
      case Inbound.Picture p ->
          Optional.of(media(message, Kind.PICTURE, p.media().contentType(), ""));
      case Inbound.File f ->
          Optional.of(media(message, Kind.FILE, f.media().contentType(), f.name()));
      case Inbound.Place place -> Optional.of(mine(message, Kind.PLACE, place.label()));
      case Inbound.Tap tap ->
          Optional.of(mine(message, Kind.TAP, labels.getOrDefault(tap.action(), "")));
      case Inbound.Chosen chosen -> Optional.of(mine(message, Kind.TAP, chosen.key()));
      case Inbound.Unknown u -> Optional.of(mine(message, Kind.TEXT, u.kind()));
      case Inbound.Entered e -> Optional.empty();
      case Inbound.Joined j -> Optional.empty();
      case Inbound.Left l -> Optional.empty();
      case Inbound.Located l -> Optional.empty();
      case Inbound.Reorganised r -> Optional.empty();
      case Inbound.Notice n -> Optional.empty();
    };
  }

  private static ChatItem mine(Message message, Kind kind, String text) {
    return mine(message, kind, text, Optional.empty());
  }

  private static ChatItem media(Message message, Kind kind, String type, String name) {
    Optional<ChatItem.Media> media =
        message
            .media()
            .map(
                id ->
                    new ChatItem.Media(
                        "/api/v1/sandbox/media/" + id,
                        type,
                        Optional.empty(),
                        Optional.of(name).filter(n -> !n.isEmpty())));
    return mine(message, kind, name, media);
  }

  private static ChatItem mine(
      Message message, Kind kind, String text, Optional<ChatItem.Media> media) {
    return new ChatItem(
        message.inbound().envelope().id(),
        From.ME,
        kind,
        text,
        message.receivedAt(),
        message.state() == Message.State.DONE ? State.SENT : State.RECEIVED,
        Optional.empty(),
        Optional.empty(),
        media,
        false,
        1);
  }

  private void add(Posted posted) {
    switch (posted.message()) {
      case Outbound.Reply reply -> words(posted, reply.text());
      case Outbound.FileDelivery file -> words(posted, file.text());
      case Outbound.Recall recall -> words(posted, recall.text());
      case Outbound.Sheet sheet -> card(posted, sheet.card());
      case Outbound.Push push ->
          push.card().ifPresentOrElse(c -> card(posted, c), () -> words(posted, push.text()));
      case Outbound.Change change -> change(posted, change);
    }
  }

  private void words(Posted posted, String text) {
    items.add(bubble(posted, text, Optional.empty()));
  }

  private void card(Posted posted, Card card) {
    String key = posted.card().orElse(posted.message().key());
    places.put(key, items.size());
    Optional<ChatCard> face = Optional.of(ChatCard.of(key, card, look));
    String text = posted.message().text();
    items.add(bubble(posted, text, face));
  }

  /**
   * In place where the platform can; else one short sentence, or what was asked for, and the card
   * stays as it was.
   */
  private void change(Posted posted, Outbound.Change change) {
    Integer place = places.get(change.card());
    if (!look.limits().updatesCards()) {
      if (change.wanted()) {
        card(posted, change.face());
      } else if (!change.text().isBlank()) {
        words(posted, change.text());
      }
      return;
    }
    if (place == null) {
      card(posted, change.face());
      return;
    }
    ChatItem before = items.get(place);
    items.set(
        place,
        new ChatItem(
            before.id(),
            before.from(),
            before.kind(),
            before.text(),
            before.at(),
            before.state(),
            before.reason(),
            Optional.of(ChatCard.of(change.card(), change.face(), look)),
            before.media(),
            before.push(),
            before.version() + 1));
  }

  private static Instant shownAt(Posted posted) {
    return posted.sentAt().orElse(posted.createdAt());
  }

  private static ChatItem bubble(Posted posted, String text, Optional<ChatCard> card) {
    return new ChatItem(
        posted.id(),
        From.BOT,
        card.isPresent() ? Kind.CARD : Kind.TEXT,
        text,
        shownAt(posted),
        state(posted.state()),
        posted.reason(),
        card,
        Optional.empty(),
        posted.message() instanceof Outbound.Push,
        1);
  }

  private static State state(Posted.State state) {
    return switch (state) {
      case WAITING -> State.WAITING;
      case SENT, RECALLED -> State.SENT;
      case REFUSED, DOUBTFUL -> State.REFUSED;
    };
  }
}
