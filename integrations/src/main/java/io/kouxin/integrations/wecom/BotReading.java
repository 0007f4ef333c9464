package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import io.kouxin.integrations.wecom.ReplyWindow.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The JSON that tells an AI bot what somebody did (document 100719), the same over HTTP and over a
 * connection. The bot's people are those of the corporation, so their accounts are the
 * application's.
 */
final class BotReading {
  /** Who is named where WeCom names nobody. */
  private static final String NOBODY = "sys";

  private static final int ID = 32;
  private final String botId;
  private final Clock clock;

  /** For this bot; any where its id is empty. */
  BotReading(String botId, Clock clock) {
    this.botId = botId;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param address where one answer may go, see {@link ReplyWindow}
   */
  BotArrival read(Told told, String address) throws RefusedException {
    String type =
        told.word("msgtype").orElseThrow(() -> new RefusedException(Refusal.FIELD, "msgtype"));
    ours(told);
    Envelope envelope = envelope(told);
    if (type.equals("event")) {
      Inbound event = BotEvents.of(told.object("event"), envelope);
      return new BotArrival(List.of(event), window(event, false, address));
    }
    insistOnSender(told);
    boolean group = isGroup(told);
    List<Inbound> all = BotMessages.of(type, told, envelope, group);
    return new BotArrival(all, window(all.getFirst(), group, address));
  }

  /** Whoever writes to another bot must not be answered by ours. */
  private void ours(Told told) throws RefusedException {
    if (!botId.isEmpty() && told.word("aibotid").filter(id -> !id.equals(botId)).isPresent()) {
      throw new RefusedException(Refusal.APPLICATION);
    }
  }

  private static void insistOnSender(Told told) throws RefusedException {
    if (told.object("from").word("userid").isEmpty()) {
      throw new RefusedException(Refusal.FIELD, "from");
    }
    if (told.word("msgid").isEmpty()) {
      throw new RefusedException(Refusal.FIELD, "msgid");
    }
  }

  private static boolean isGroup(Told told) {
    return told.text("chattype").equals("group");
  }

  private Envelope envelope(Told told) {
    String sender = told.object("from").word("userid").orElse(NOBODY).toLowerCase(Locale.ROOT);
    // A group without an id is answered like one person: alone.
    String chat = isGroup(told) ? told.word("chatid").orElse(sender) : sender;
    Instant at = told.number("create_time").map(Instant::ofEpochSecond).orElseGet(clock::instant);
    String id = told.word("msgid").orElseGet(() -> digest(told));
    return new Envelope("aibot-" + id, WeCom.NAME, sender, chat, at);
  }

  /** For an event without an id: the same one again has the same digest. */
  private static String digest(Told told) {
    byte[] bytes = told.json().toString().getBytes(StandardCharsets.UTF_8);
    return Repeats.digest(bytes).substring(0, ID);
  }

  private Optional<ReplyWindow> window(Inbound inbound, boolean group, String address) {
    Optional<Kind> kind =
        switch (inbound) {
          case Inbound.Tap tap -> Optional.of(Kind.TAP);
          case Inbound.Entered entered -> Optional.of(Kind.WELCOME);
          case Inbound.Notice notice -> Optional.empty();
          default -> Optional.of(group ? Kind.GROUP : Kind.MESSAGE);
        };
    Envelope envelope = inbound.envelope();
    return kind.map(
        what ->
            ReplyWindow.opened(
                envelope.id(), envelope.conversation(), what, address, clock.instant()));
  }
}
