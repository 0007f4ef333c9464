package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Webhook;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where DingTalk brings taps on interactive cards, in HTTP mode (KB:event-callback-card). It waits
 * two seconds for the answer, which says nothing: the card's next face leaves through the channel.
 * The very same request again is the same tap.
 */
public final class DingTalkCardDoor implements Webhook {
  // A tap has some hundred bytes.
  private static final int MOST_BYTES = 64 * 1024;

  private final CardCallbacks callbacks;
  private final Meter meter;
  private final Keeper keeper;
  private final Clock clock;

  /**
   * A door for the taps that these callbacks ask for.
   *
   * @param keep returns once the tap is kept durably; if it throws, DingTalk gets no yes
   */
  public DingTalkCardDoor(
      CardCallbacks callbacks, Meter meter, Consumer<Inbound> keep, Clock clock) {
    this.callbacks = callbacks;
    this.meter = meter;
    this.keeper = new Keeper(keep, "A tap");
    this.clock = clock;
  }

  @Override
  public String name() {
    return DingTalk.NAME;
  }

  @Override
  public String path() {
    return "dingtalk/cards";
  }

  @Override
  public int mostBytes() {
    return MOST_BYTES;
  }

  @Override
  public Answer verify(Map<String, String> query) {
    return new RefusedException(Refusal.METHOD).answer();
  }

  @Override
  public Answer receive(Visit visit) {
    try {
      if (visit.body().length > MOST_BYTES) {
        throw new RefusedException(Refusal.LENGTH);
      }
      long signed = CardSign.check(visit.headers(), callbacks.secret(), clock);
      Fields payload =
          Fields.read(visit.body()).orElseThrow(() -> new RefusedException(Refusal.JSON));
      meter.message();
      Instant at = Instant.ofEpochMilli(signed);
      keeper.keep(CardTaps.read(payload.json(), CardTaps.id(payload.json(), at), at));
      return Answer.of("application/json", CardTaps.UNCHANGED);
    } catch (RefusedException e) {
      return e.answer();
    }
  }
}
