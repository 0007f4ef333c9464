package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Delivered.Way;
import io.kouxin.integrations.channel.Limits;
import io.kouxin.integrations.channel.MediaRef;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.channel.Pace;
import io.kouxin.integrations.channel.Pieces;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What we say through a robot of DingTalk. The handle of a message is the {@code processQueryKey}
 * with which it can be recalled, empty where it went by webhook. A card is an interactive one where
 * there is a template and DingTalk makes it; its handle lasts, and its changes show in place. All
 * other cards are Markdown and never change: what would change one is said in a sentence, and a
 * side that somebody asked for is a message of its own. Whom the robot does not reach gets a work
 * notification, and what is urgent a DING, where the company allows them.
 */
public final class DingTalkChannel implements Channel {
  /**
   * A robot message holds 15,000 bytes (KB:the-robot-sends-a-group-message), so lengths are what
   * reads well, not what fits; each tap counts against the monthly quota, so few are offered.
   */
  public static final Limits LIMITS =
      new Limits(40, 60, 500, 12, 8, 60, 6, 4, 12, 3, 15_000, false, false);

  /** Ours: DingTalk publishes none for one person, and 20 a minute for a group's robot. */
  public static final Pace PACE = new Pace(20, 600);

  /** Of {@code msgParam}, which is JSON: quotes and line breaks take two bytes there. */
  private static final int MOST_JSON = 15_000;

  private static final int FIRST_ROOM = 14_000;
  private final Route route;
  private final Files files;
  private final Fetching fetching;
  private final Optional<InteractiveCards> cards;
  private final Alarm alarm;
  private final Notices notices;
  private final Receipts receipts;

  /** Through this API, and by these webhooks where they live. */
  public DingTalkChannel(DingTalkApi api, Sessions sessions, Clock clock) {
    this(api, sessions, Beyond.NOTHING, Optional.empty(), clock);
  }

  /**
   * The same with more of DingTalk.
   *
   * @param beyond other ways for what is urgent, or cannot be said by the robot
   * @param cards interactive ones, where there is a template for them
   */
  public DingTalkChannel(
      DingTalkApi api,
      Sessions sessions,
      Beyond beyond,
      Optional<InteractiveCards> cards,
      Clock clock) {
    this.cards = cards;
    Optional<WorkNotification> work = beyond.agentId().map(id -> new WorkNotification(api, id));
    this.route = new Route(api, sessions);
    this.files = new Files(api);
    this.fetching = new Fetching(api);
    this.alarm = new Alarm(api, beyond, clock);
    this.notices = new Notices(work, clock);
    this.receipts = new Receipts(api, work);
  }

  @Override
  public String name() {
    return DingTalk.NAME;
  }

  @Override
  public Limits limits() {
    return LIMITS;
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
      case Outbound.Change change -> shows(change) ? 0 : change.wanted() ? 1 : words;
      case Outbound.Recall recall -> words;
      case Outbound.FileDelivery file -> words + 1;
    };
  }

  @Override
  public Delivered deliver(String name, Outbound message) throws ChannelException {
    Recipient recipient = Recipient.of(name);
    if (message instanceof Outbound.Recall recall && taken(recipient, recall)) {
      return Delivered.SILENTLY;
    }
    try {
      Delivered chat = spoken(recipient, message);
      return message instanceof Outbound.Push push && push.urgent()
          ? alarmed(recipient, push, chat)
          : chat;
    } catch (OutOfReachException e) {
      return otherwise(recipient, message, e);
    }
  }

  private boolean taken(Recipient recipient, Outbound.Recall recall) throws ChannelException {
    return receipts.takeBack(recipient.name(), recall.receipts());
  }

  private Delivered spoken(Recipient recipient, Outbound message)
      throws ChannelException, OutOfReachException {
    return switch (message) {
      case Outbound.Reply reply -> said(recipient, reply.key(), reply.text());
      case Outbound.Sheet sheet -> card(recipient, sheet.key(), sheet.card());
      case Outbound.Push push when push.card().isPresent() ->
          card(recipient, push.key(), push.card().get());
      case Outbound.Push push -> said(recipient, push.key(), push.text());
      case Outbound.Change change -> change(recipient, change);
      case Outbound.Recall recall -> said(recipient, recall.key(), recall.text());
      case Outbound.FileDelivery file -> file(recipient, file);
    };
  }

  private boolean shows(Outbound.Change change) {
    return cards.isPresent() && InteractiveCards.isCard(change.handle());
  }

  private Delivered change(Recipient recipient, Outbound.Change change)
      throws ChannelException, OutOfReachException {
    if (shows(change)) {
      String handle = change.handle().orElseThrow();
      if (cards.orElseThrow().change(handle, change.face())) {
        return new Delivered(handle, Way.NONE, List.of());
      }
    }
    if (change.wanted()) {
      return below(recipient, change);
    }
    return change.text().isBlank()
        ? Delivered.SILENTLY
        : Delivered.of("", said(recipient, change.key(), change.text()).receipts());
  }

  /** Whoever asked for the other side of a card finds it below: it answers for the card. */
  private Delivered below(Recipient recipient, Outbound.Change change)
      throws ChannelException, OutOfReachException {
    Saying side = MarkdownCard.of(change.card(), change.face(), LIMITS);
    String handle = route.say(recipient, change.key(), side);
    return Delivered.of("", delivered(List.of(handle)).receipts());
  }

  /** The message itself has arrived: the alarm is only louder. */
  private Delivered alarmed(Recipient recipient, Outbound.Push push, Delivered chat) {
    String glance = push.card().map(Card::title).orElse(push.text());
    return alarm
        .ring(recipient, push.key(), glance)
        .map(rung -> new Delivered(chat.handle(), Way.ALARM, with(chat.receipts(), rung)))
        .orElse(chat);
  }

  private static List<String> with(List<String> receipts, String another) {
    return receipts.isEmpty()
        ? receipts
        : Stream.concat(receipts.stream(), Stream.of(another)).toList();
  }

  /** A notice carries words only: files and taps wait for the robot. */
  private Delivered otherwise(Recipient recipient, Outbound message, OutOfReachException robot)
      throws ChannelException {
    if (message instanceof Outbound.FileDelivery) {
      throw robot.otherwise();
    }
    return notices.say(recipient, message.key(), message.text()).orElseThrow(robot::otherwise);
  }

  private Delivered card(Recipient recipient, String key, Card card)
      throws ChannelException, OutOfReachException {
    Optional<String> handle =
        cards.isPresent() ? cards.get().deliver(recipient, key, card) : Optional.empty();
    return handle.isPresent()
        ? Delivered.of(handle.get(), List.of())
        : delivered(List.of(route.say(recipient, key, MarkdownCard.of(key, card, LIMITS))));
  }

  /** The last handle is the message's; where all went by webhook, nothing takes them back. */
  private static Delivered delivered(List<String> handles) {
    boolean lasting = handles.stream().allMatch(String::isBlank);
    return Delivered.of(
        handles.getLast(), lasting ? List.of() : handles.stream().map(Receipts::robot).toList());
  }

  private Delivered said(Recipient recipient, String key, String text)
      throws ChannelException, OutOfReachException {
    if (text.isBlank()) {
      throw new ChannelException.Refused("There are no words in this message");
    }
    return delivered(words(recipient, key, text));
  }

  /** Sent one after the other; where one does not arrive, a repeat skips those that did. */
  private List<String> words(Recipient recipient, String key, String text)
      throws ChannelException, OutOfReachException {
    List<String> handles = new ArrayList<>();
    for (String piece : pieces(text)) {
      try {
        handles.add(route.say(recipient, key + '#' + handles.size(), Saying.text(piece)));
      } catch (OutOfReachException e) {
        if (handles.isEmpty()) {
          throw e;
        }
        throw e.otherwise();
      }
    }
    return handles;
  }

  /** The file goes up first: where DingTalk does not take it, no words announce it. */
  private Delivered file(Recipient recipient, Outbound.FileDelivery file)
      throws ChannelException, OutOfReachException {
    Saying saying = files.up(file);
    List<String> handles = new ArrayList<>(words(recipient, file.key(), file.text()));
    handles.add(route.say(recipient, file.key() + "#file", saying));
    return delivered(handles);
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
