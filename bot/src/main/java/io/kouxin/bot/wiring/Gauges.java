package io.kouxin.bot.wiring;

import io.kouxin.bot.inbox.Inbox;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.work.DeadLetters;
import io.kouxin.bot.work.Workshop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What an administrator wants to see rise and fall. */
@Component
class Gauges implements MeterBinder {
  private final Inbox inbox;
  private final Outbox outbox;
  private final DeadLetters letters;
  private final Workshop workshop;

  Gauges(Inbox inbox, Outbox outbox, DeadLetters letters, Workshop workshop) {
    this.inbox = inbox;
    this.outbox = outbox;
    this.letters = letters;
    this.workshop = workshop;
  }

  @Override
  public void bindTo(MeterRegistry metrics) {
    Gauge.builder("kouxin.inbox.waiting", inbox::waiting)
        .description("messages that are kept and not worked on yet")
        .register(metrics);
    Gauge.builder("kouxin.outbox.waiting", outbox::waiting)
        .description("messages that have not left yet")
        .register(metrics);
    Gauge.builder("kouxin.outbox.held", outbox::held)
        .description("messages that were tried and could not leave yet")
        .register(metrics);
    Gauge.builder("kouxin.inbox.unfetched", inbox::unfetched)
        .description("notes and pictures whose bytes were asked for and did not come yet")
        .register(metrics);
    Gauge.builder("kouxin.dead.letters", letters::count)
        .description("work that kept failing and waits for somebody to look")
        .register(metrics);
    Gauge.builder("kouxin.work.lag", () -> workshop.lag().toMillis() / 1000.0)
        .description("how long the oldest due work has been waiting")
        .baseUnit("seconds")
        .register(metrics);
  }
}
