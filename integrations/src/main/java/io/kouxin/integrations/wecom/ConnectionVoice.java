package io.kouxin.integrations.wecom;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Outbound.FileDelivery;
import io.kouxin.integrations.channel.Pieces;
import java.time.Clock;
import java.util.List;

/**
 * What an AI bot may say over its connection: anything at any time, in chats where somebody has
 * written to it (document 101463). Everything leaves as a message of its own, and never as a
 * stream: nothing has to be finished in time.
 */
final class ConnectionVoice implements BotVoice {
  private static final String SEND = "aibot_send_msg";
  private static final int PERSON = 1;
  private static final int GROUP = 2;

  /** The event is gone, or was none that takes this answer. */
  private static final List<Integer> TOO_LATE = List.of(846605, 846608);

  private final AiBotConnection connection;
  private final ReplyWindows windows;
  private final Clock clock;
  private final BotUpload upload;

  ConnectionVoice(BotTalk talk, AiBotConnection connection) {
    this.connection = connection;
    this.windows = talk.windows();
    this.clock = talk.clock();
    this.upload = new BotUpload(connection);
  }

  @Override
  public Presence presence() {
    return connection.presence();
  }

  @Override
  public boolean answers(String chat) {
    return !windows.of(chat).isEmpty();
  }

  @Override
  public void words(String chat, String words) throws ChannelException {
    for (String piece : Pieces.of(Sayable.of(words), BotStreams.MOST_BYTES)) {
      if (!piece.isBlank()) {
        say(chat, ResponseUrl.markdown(piece));
      }
    }
  }

  @Override
  public void card(String chat, JsonObject card, String words) throws ChannelException {
    if (isGroup(chat)) {
      words(chat, words);
      return;
    }
    Answer answer = said(chat, ResponseUrl.card(card));
    if (answer.trouble().filter(kind -> kind == Trouble.Kind.CONTENT).isPresent()) {
      words(chat, words);
      return;
    }
    answer.orThrow();
  }

  private void say(String chat, JsonObject message) throws ChannelException {
    said(chat, message).orThrow();
  }

  private Answer said(String chat, JsonObject message) throws ChannelException {
    JsonObject body = message.deepCopy();
    body.addProperty("chatid", chat);
    body.addProperty("chat_type", isGroup(chat) ? GROUP : PERSON);
    return connection.ask(SEND, body);
  }

  private boolean isGroup(String chat) {
    return windows.of(chat).stream().anyMatch(w -> w.kind() == ReplyWindow.Kind.GROUP);
  }

  @Override
  public boolean atOnce(ReplyWindow window, JsonObject answer) throws ChannelException {
    if (!window.isWaitedFor(clock.instant()) || window.address().isEmpty()) {
      return false;
    }
    boolean tap = window.kind() == ReplyWindow.Kind.TAP;
    String command = tap ? "aibot_respond_update_msg" : "aibot_respond_welcome_msg";
    if (!windows.change(window.saying(command, clock.instant()))) {
      return false;
    }
    Answer told = connection.ask(command, window.address(), answer);
    if (TOO_LATE.contains(told.code())) {
      return false;
    }
    told.orThrow();
    return true;
  }

  /** The file goes up first: where WeCom does not take it, no words announce it. */
  @Override
  public void file(String chat, FileDelivery file) throws ChannelException {
    BotUpload.Up up = upload.up(file);
    if (!file.text().isBlank()) {
      words(chat, file.text());
    }
    var content = new JsonObject();
    content.addProperty("media_id", up.mediaId());
    say(chat, ResponseUrl.typed(up.type(), content));
  }
}
