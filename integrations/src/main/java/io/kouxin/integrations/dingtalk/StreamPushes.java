package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouxin.integrations.channel.Inbound;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
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
  private static final String UNCHANGED = "{}";

  /** A tap has no id: the same one again within such a time is a repeat. */
  private static final long REPEAT_MILLIS = 60_000;

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
      String moment = String.valueOf(clock.millis() / REPEAT_MILLIS);
      String id = "tap-" + UUID.nameUUIDFromBytes((moment + json).getBytes(UTF_8));
      keep.accept(CardTaps.read(fields(json).json(), id, clock.instant()));
    } catch (RefusedException e) {
      LOG.warn("A tap over DingTalk's Stream was not taken: {}", e.answer().reason());
    }
    return UNCHANGED;
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
