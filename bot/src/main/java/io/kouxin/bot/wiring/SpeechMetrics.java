package io.kouxin.bot.wiring;

import io.kouxin.bot.inbox.HearingQueue;
import io.kouxin.nlp.speech.ListeningTimes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Locale;

/** How fast notes are heard, and how many wait for it. */
final class SpeechMetrics implements ListeningTimes {
  private final MeterRegistry metrics;

  SpeechMetrics(MeterRegistry metrics, HearingQueue queue, int parallelism) {
    this.metrics = metrics;
    Gauge.builder("kouxin.speech.parallelism", () -> parallelism)
        .description("notes that are heard at once")
        .register(metrics);
    Gauge.builder("kouxin.speech.waiting", queue::unheard)
        .description("notes that wait to be heard or are being heard")
        .register(metrics);
    Gauge.builder("kouxin.speech.parked", queue::unready)
        .description("notes whose language nobody hears yet")
        .register(metrics);
  }

  @Override
  public void took(String engine, Locale language, double seconds, Duration work) {
    Tags tags = Tags.of("engine", engine, "language", language.getLanguage());
    metrics.timer("kouxin.speech.listening", tags).record(work);
    Counter.builder("kouxin.speech.heard")
        .description("sound that was listened to")
        .baseUnit("seconds")
        .tags(tags)
        .register(metrics)
        .increment(seconds);
    if (seconds > 0) {
      DistributionSummary.builder("kouxin.speech.realtime.factor")
          .description("seconds of listening for each second of sound")
          .publishPercentiles(0.5, 0.99)
          .tags(tags)
          .register(metrics)
          .record(work.toNanos() / 1e9 / seconds);
    }
  }
}
