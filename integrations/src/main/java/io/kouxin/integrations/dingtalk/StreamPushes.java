package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Inbound;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What DingTalk pushes over its Stream, read and kept: each method returns once everything in the
 * push is kept durably, and throws what the keeper throws, so that DingTalk is not told it was.
 * What can never be read is logged without its content and counts as taken: a repeat would be no
 * better.
 */
public final class StreamPushes implements Pushes {
  private static final Logger LOG = LoggerFactory.getLogger(StreamPushes.class);

  private final RobotMessages messages;
  private final Meter meter;
  private final Consumer<Inbound> keep;
  private final Clock clock;

  /**
   * For one application.
   *
   * @param keep returns once the message is kept durably
   */
  public StreamPushes(RobotMessages messages, Meter meter, Consumer<Inbound> keep, Clock clock) {
    this.messages = messages;
    this.meter = meter;
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public void robot(String json) {
    try {
      keep.accept(messages.read(fields(json).json()));
    } catch (RefusedException e) {
      LOG.warn("A message over DingTalk's Stream was not taken: {}", e.answer().reason());
    }
  }

  /** Nothing changes yet: the card's next face leaves through the channel. */
  @Override
  public String card(String json) {
    meter.message();
    try {
      JsonObject tap = fields(json).json();
      Instant now = clock.instant();
      keep.accept(CardTaps.read(tap, CardTaps.id(tap, now), now));
    } catch (RefusedException e) {
      LOG.warn("A tap over DingTalk's Stream was not taken: {}", e.answer().reason());
    }
    return CardTaps.UNCHANGED;
  }

  @Override
  public void event(String eventId, String type, String corpId, long bornMillis, String json) {
    Instant at = bornMillis > 0 ? Instant.ofEpochMilli(bornMillis) : clock.instant();
    try {
      Events.read(new Events.Head(type, eventId, at), fields(json).json()).forEach(keep);
    } catch (RefusedException e) {
      LOG.warn("An event over DingTalk's Stream was not taken: {}", e.answer().reason());
    }
  }

  private static Fields fields(String json) throws RefusedException {
    return Fields.read(json).orElseThrow(() -> new RefusedException(Refusal.JSON));
  }
}
