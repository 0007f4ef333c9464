package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Limits;
import io.kouxin.integrations.channel.MediaRef;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.channel.Pace;
import io.kouxin.integrations.channel.Pieces;
import java.util.List;
import java.util.Optional;

/**
 * What we say through a robot of DingTalk. The handle of a message is the {@code processQueryKey}
 * with which it can be recalled, empty where it went by webhook. A card is an interactive one where
 * there is a template and DingTalk makes it; its handle lasts, and its changes show in place. All
 * other cards are Markdown and never change: what would change one is said in a sentence.
 */
public final class DingTalkChannel implements Channel {
  /**
   * A robot message holds 15,000 bytes (KB:the-robot-sends-a-group-message), so lengths are what
   * reads well, not what fits; each tap counts against the monthly quota, so few are offered.
   */
  public static final Limits LIMITS =
      new Limits(40, 60, 500, 12, 8, 60, 6, 4, 12, 2, 15_000, false, false);

  /** Ours: DingTalk publishes none for one person, and 20 a minute for a group's robot. */
  public static final Pace PACE = new Pace(20, 600);

  /** Of {@code msgParam}, which is JSON: quotes and line breaks take two bytes there. */
  private static final int MOST_JSON = 15_000;

  private static final int FIRST_ROOM = 14_000;
  private final Route route;
  private final Files files;
  private final Fetching fetching;
  private final Optional<InteractiveCards> cards;

  /** Through this API, and by these webhooks where they live; with Markdown for cards. */
  public DingTalkChannel(DingTalkApi api, Sessions sessions) {
    this(api, sessions, Optional.empty());
  }

  /** The same, with interactive cards where there is a template for them. */
  public DingTalkChannel(DingTalkApi api, Sessions sessions, Optional<InteractiveCards> cards) {
    this.cards = cards;
    this.route = new Route(api, sessions);
    this.files = new Files(api);
    this.fetching = new Fetching(api);
  }

  @Override
  public String name() {
    return DingTalk.NAME;
  }

  @Override
  public Limits limits() {
    return cards.isPresent() ? CardFace.LIMITS : LIMITS;
  }

  @Override
  public Pace pace() {
    return PACE;
  }

  @Override
  public int parts(Outbound message) {
    int words = pieces(message.text()).size();
    return switch (message) {
      case Outbound.Reply reply -> words;
      case Outbound.Sheet sheet -> 1;
      case Outbound.Push push -> push.card().isPresent() ? 1 : words;
      case Outbound.Change change -> shows(change) ? 0 : words;
      case Outbound.FileDelivery file -> words + 1;
    };
  }

  @Override
  public String deliver(String name, Outbound message) throws ChannelException {
    Recipient recipient = Recipient.of(name);
    return switch (message) {
      case Outbound.Reply reply -> said(recipient, reply.key(), reply.text());
      case Outbound.Sheet sheet -> card(recipient, sheet.key(), sheet.card());
      case Outbound.Push push when push.card().isPresent() ->
          card(recipient, push.key(), push.card().get());
      case Outbound.Push push -> said(recipient, push.key(), push.text());
      case Outbound.Change change -> change(recipient, change);
      case Outbound.FileDelivery file -> file(recipient, file);
    };
  }

  private String card(Recipient recipient, String key, Card card) throws ChannelException {
    Optional<String> handle =
        cards.isPresent() ? cards.get().deliver(recipient, key, card) : Optional.empty();
    return handle.isPresent()
        ? handle.get()
        : route.say(recipient, key, MarkdownCard.of(key, card, LIMITS));
  }

  private boolean shows(Outbound.Change change) {
    return cards.isPresent() && InteractiveCards.isCard(change.handle());
  }

  private String change(Recipient recipient, Outbound.Change change) throws ChannelException {
    if (shows(change)) {
      String handle = change.handle().orElseThrow();
      if (cards.orElseThrow().change(handle, change.face())) {
        return handle;
      }
    }
    words(recipient, change.key(), change.text());
    return "";
  }

  private String said(Recipient recipient, String key, String text) throws ChannelException {
    if (text.isBlank()) {
      throw new ChannelException.Refused("There are no words in this message");
    }
    return words(recipient, key, text);
  }

  /** Sent one after the other; where one does not arrive, a repeat skips those that did. */
  private String words(Recipient recipient, String key, String text) throws ChannelException {
    String handle = "";
    int number = 0;
    for (String piece : pieces(text)) {
      handle = route.say(recipient, key + '#' + number++, Saying.text(piece));
    }
    return handle;
  }

  /** The file goes up first: where DingTalk does not take it, no words announce it. */
  private String file(Recipient recipient, Outbound.FileDelivery file) throws ChannelException {
    Saying saying = files.up(file);
    words(recipient, file.key(), file.text());
    return route.say(recipient, file.key() + "#file", saying);
  }

  private static List<String> pieces(String text) {
    int room = FIRST_ROOM;
    List<String> pieces = spoken(text, room);
    while (pieces.stream().anyMatch(DingTalkChannel::tooLong)) {
      room /= 2;
      pieces = spoken(text, room);
    }
    return pieces;
  }

  private static List<String> spoken(String text, int room) {
    return Pieces.of(text, room).stream().filter(piece -> !piece.isBlank()).toList();
  }

  private static boolean tooLong(String piece) {
    String json = Saying.text(piece).content().toString();
    return json.getBytes(UTF_8).length > MOST_JSON;
  }

  @Override
  public byte[] fetch(MediaRef.Remote media, long atMost) throws ChannelException {
    return fetching.all(media.reference(), atMost);
  }
}
