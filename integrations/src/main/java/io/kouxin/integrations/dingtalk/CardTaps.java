package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import java.time.Instant;
import java.util.Optional;

/** Taps on interactive cards (KB:event-callback-card), in an organisation that has a template. */
final class CardTaps {
  private static final int LONGEST_ACTION = 128;

  private CardTaps() {}

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
        .or(() -> first(data))
        .filter(action -> action.length() <= LONGEST_ACTION)
        .<Inbound>map(action -> new Inbound.Tap(envelope, card, action, params.list("ticked")))
        .orElseGet(() -> new Inbound.Notice(envelope, "card-action-unknown"));
  }

  private static Optional<String> first(Fields data) {
    return data.list("actionIds").stream().findFirst();
  }
}
