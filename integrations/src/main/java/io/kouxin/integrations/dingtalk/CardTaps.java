package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Taps on interactive cards (KB:event-callback-card), in an organisation that has a template. */
final class CardTaps {
  /** What a tap is answered: nothing changes yet, the card's next face leaves by the channel. */
  static final String UNCHANGED = "{}";

  private static final int LONGEST_ACTION = 128;

  /** A tap has no id: the same one again within such a time is a repeat. */
  private static final long REPEAT_MILLIS = 60_000;

  private CardTaps() {}

  /**
   * A name for a callback that has none.
   *
   * @param at when it came or was signed: the same tap much later is another one
   */
  static String id(JsonObject payload, Instant at) {
    String words = at.toEpochMilli() / REPEAT_MILLIS + payload.toString();
    return "tap-" + UUID.nameUUIDFromBytes(words.getBytes(UTF_8));
  }

  /**
   * The tap in a callback; a {@link Inbound.Notice} where no action of ours is in it.
   *
   * @param id of the push: the callback itself has none
   * @param at when it came: the callback does not say when
   * @throws RefusedException if it is not said whose card it is or who tapped
   */
  static Inbound read(JsonObject payload, String id, Instant at) throws RefusedException {
    var fields = new Fields(payload);
    String card =
        fields
            .said("outTrackId")
            .orElseThrow(() -> new RefusedException(Refusal.FIELD, "outTrackId"));
    String sender =
        fields.said("userId").orElseThrow(() -> new RefusedException(Refusal.FIELD, "userId"));
    var envelope = new Envelope(id, DingTalk.NAME, sender, sender, at);
    Fields data = fields.packed("content").object("cardPrivateData");
    Fields params = data.object("params");
    return params
        .said("action")
        .or(() -> params.said("id"))
        .or(() -> data.list("actionIds").stream().findFirst())
        .flatMap(button -> tap(envelope, card, button, params.list("ticked")))
        .orElseGet(() -> new Inbound.Notice(envelope, "card-action-unknown"));
  }

  /** An option is a button of its own, which says the action before the option. */
  private static Optional<Inbound> tap(
      Envelope envelope, String card, String button, List<String> ticked) {
    int border = button.indexOf(CardFace.TICK);
    String action = border < 0 ? button : button.substring(0, border);
    List<String> all = border < 0 ? ticked : List.of(button.substring(border + 1));
    return Optional.of(action)
        .filter(words -> !words.isBlank() && words.length() <= LONGEST_ACTION)
        .map(words -> new Inbound.Tap(envelope, card, words, all));
  }
}
