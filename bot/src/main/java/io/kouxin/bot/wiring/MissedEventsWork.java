package io.kouxin.bot.wiring;

import io.kouxin.bot.work.Wakes;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.dingtalk.MissedEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Fetches, on one node at a time, the events that nobody took: at every start, because nobody took
 * any while nothing ran, and every few minutes, because a refused event is only listed after its
 * last try.
 */
final class MissedEventsWork implements Work, SmartLifecycle {
  static final String NAME = "missed-events";
  static final Duration PAUSE = Duration.ofMinutes(5);

  private static final String KEY = "all";
  private static final Logger LOG = LoggerFactory.getLogger(MissedEventsWork.class);
  private final MissedEvents missed;
  private final Wakes wakes;
  private final Clock clock;
  private volatile Instant next = Instant.EPOCH;
  private volatile boolean running;

  MissedEventsWork(MissedEvents missed, Wakes wakes, Clock clock) {
    this.missed = missed;
    this.wakes = wakes;
    this.clock = clock;
  }

  @Override
  public void start() {
    wakes.wake(NAME, KEY);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Never nothing: the row in the store is the alarm clock of all nodes. */
  @Override
  public Optional<Instant> next(String key) {
    return Optional.of(next);
  }

  @Override
  public void step(String key) {
    next = clock.instant().plus(PAUSE);
    try {
      int kept = missed.fetch();
      if (kept > 0) {
        LOG.info("{} events were fetched that had not been taken at the door", kept);
      }
    } catch (ChannelException later) {
      LOG.warn("Missed events cannot be fetched now: {}", later.getMessage());
    }
  }

  /** Nothing waits in a queue: the next time is as good. */
  @Override
  public Optional<String> setAside(String key, String reason) {
    return Optional.empty();
  }

  @Override
  public void revive(String subject) {
    wakes.wake(NAME, subject);
  }
}
