package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Webhook;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Where DingTalk brings what happens in the organisation, in HTTP mode
 * (KB:develop-stream-mode-push-server). What it brings is signed and sealed; so is our answer,
 * which it waits for 2.5 s and without which it brings the event again.
 */
public final class DingTalkEventDoor implements Webhook {
  // An event may list some thousands of people.
  private static final int MOST_BYTES = 512 * 1024;
  private static final String TAKEN = "success";
  private static final String QUESTION = "check_url";
  private final EventSeal seal;
  private final Keeper keeper;
  private final Clock clock;

  /**
   * A door for one application.
   *
   * @param keep returns once the message is kept durably; if it throws, DingTalk brings it again
   */
  public DingTalkEventDoor(
      DingTalkAccount account,
      EventSubscription subscription,
      Consumer<Inbound> keep,
      Clock clock) {
    this.seal = new EventSeal(subscription, account.clientId());
    this.keeper = new Keeper(keep, "An event");
    this.clock = clock;
  }

  @Override
  public String name() {
    return DingTalk.NAME;
  }

  @Override
  public String path() {
    return "dingtalk/events";
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
      Fields event = opened(visit);
      if (!event.words("EventType").equals(QUESTION)) {
        keep(event.json());
      }
      return Answer.of("application/json", taken().toString());
    } catch (RefusedException e) {
      return e.answer();
    }
  }

  private Fields opened(Visit visit) throws RefusedException {
    if (visit.body().length > MOST_BYTES) {
      throw new RefusedException(Refusal.LENGTH);
    }
    EventKnock knock = EventKnock.of(visit.query());
    String sealed =
        Fields.read(visit.body())
            .orElseThrow(() -> new RefusedException(Refusal.JSON))
            .said("encrypt")
            .orElseThrow(() -> new RefusedException(Refusal.FIELD, "encrypt"));
    seal.check(knock, sealed);
    knock.near(clock);
    return Fields.read(seal.open(sealed)).orElseThrow(() -> new RefusedException(Refusal.JSON));
  }

  /** Where one of several cannot be kept, all come again; those that were are kept once. */
  private void keep(JsonObject event) throws RefusedException {
    for (Inbound each : Events.read(new Events.Head("", "", clock.instant()), event)) {
      keeper.keep(each);
    }
  }

  private JsonObject taken() {
    String timestamp = String.valueOf(clock.millis());
    String nonce = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    String sealed = seal.seal(TAKEN);
    var answer = new JsonObject();
    answer.addProperty("msg_signature", seal.signature(timestamp, nonce, sealed));
    answer.addProperty("encrypt", sealed);
    answer.addProperty("timeStamp", timestamp);
    answer.addProperty("nonce", nonce);
    return answer;
  }
}
