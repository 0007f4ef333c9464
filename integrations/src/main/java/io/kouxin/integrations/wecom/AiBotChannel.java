package io.kouxin.integrations.wecom;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Limits;
import io.kouxin.integrations.channel.MediaRef;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.channel.Pace;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;

/**
 * What we say through an AI bot, and nothing else: {@link WeComDoors} decides when. Its cards have
 * no handle but the one that a tap brings, good for five seconds.
 */
public final class AiBotChannel implements Channel {
  /** What its calls are guarded and counted under. */
  public static final String NAME = "wecom-aibot";

  private final BotVoice voice;
  private final ReplyWindows windows;
  private final BotTalk talk;
  private final BotMedia media;

  private AiBotChannel(BotVoice voice, BotTalk talk, BotMedia media) {
    this.voice = voice;
    this.windows = talk.windows();
    this.talk = talk;
    this.media = media;
  }

  /** Of a bot that is called back. */
  public static AiBotChannel calledBack(BotTalk talk, BotMedia media, HttpClient http) {
    return new AiBotChannel(new CallbackVoice(talk, new ResponseUrl(http)), talk, media);
  }

  /** Of a bot that holds a connection. */
  public static AiBotChannel connected(BotTalk talk, BotMedia media, AiBotConnection connection) {
    return new AiBotChannel(new ConnectionVoice(talk, connection), talk, media);
  }

  BotVoice voice() {
    return voice;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Limits limits() {
    return WeComChannel.LIMITS;
  }

  /** 30 in a minute and 1000 in an hour for each chat (document 101463), less a little. */
  @Override
  public Pace pace() {
    return WeComChannel.PACE;
  }

  @Override
  public int parts(Outbound message) {
    return message instanceof Outbound.FileDelivery ? 2 : 1;
  }

  @Override
  public Delivered deliver(String recipient, Outbound message) throws ChannelException {
    switch (message) {
      case Outbound.Reply reply -> words(recipient, reply.text());
      case Outbound.Sheet sheet -> card(recipient, sheet.key(), sheet.card(), sheet.text());
      case Outbound.Push push when push.card().isPresent() ->
          card(recipient, push.key(), push.card().get(), push.text());
      case Outbound.Push push -> words(recipient, push.text());
      case Outbound.Change change -> {
        return change(recipient, change);
      }
      // What a bot said stays: WeCom has no call that takes it back.
      case Outbound.Recall recall -> words(recipient, recall.text());
      case Outbound.FileDelivery file -> voice.file(recipient, file);
    }
    return Delivered.of("", List.of());
  }

  private void words(String recipient, String text) throws ChannelException {
    if (text.isBlank()) {
      throw new ChannelException.Refused("There are no words in this message");
    }
    Optional<ReplyWindow> visit = waiting(recipient);
    if (visit.isPresent() && voice.atOnce(visit.get(), welcome(text))) {
      return;
    }
    voice.words(recipient, text);
  }

  private Optional<ReplyWindow> waiting(String recipient) {
    return windows.of(recipient).stream()
        .findFirst()
        .filter(window -> window.kind() == ReplyWindow.Kind.WELCOME)
        .filter(window -> window.isWaitedFor(talk.clock().instant()));
  }

  private static JsonObject welcome(String text) {
    var content = new JsonObject();
    content.addProperty("content", Sayable.of(text));
    return ResponseUrl.typed("text", content);
  }

  private void card(String recipient, String key, Card card, String text) throws ChannelException {
    Optional<JsonObject> sheet = BotCard.sheet(key, card, text);
    if (sheet.isEmpty()) {
      words(recipient, text);
      return;
    }
    // A card to tick has no room for rows.
    if (!card.options().isEmpty() && !card.rows().isEmpty()) {
      words(recipient, text);
    }
    voice.card(recipient, sheet.get(), text);
  }

  /** Only who has just tapped sees a new face; whoever comes later gets the words. */
  private Delivered change(String recipient, Outbound.Change change) throws ChannelException {
    Optional<ReplyWindow> tap =
        change
            .handle()
            .filter(handle -> handle.startsWith(BotEvents.HANDLE))
            .flatMap(handle -> windows.find(handle.substring(BotEvents.HANDLE.length())));
    Optional<JsonObject> face = BotCard.face(change.card(), change.face(), change.text());
    boolean shown =
        tap.isPresent()
            && face.isPresent()
            && voice.atOnce(tap.get(), update(recipient, face.get()));
    if (shown || change.text().isBlank()) {
      return Delivered.SILENTLY;
    }
    words(recipient, change.text());
    return Delivered.of("", List.of());
  }

  private static JsonObject update(String recipient, JsonObject face) {
    var people = new JsonArray();
    people.add(recipient);
    var body = new JsonObject();
    body.addProperty("response_type", "update_template_card");
    body.add("userids", people);
    body.add("template_card", face);
    return body;
  }

  @Override
  public byte[] fetch(MediaRef.Remote ref, long atMost) throws ChannelException {
    return media.fetch(ref, atMost);
  }
}
