package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.store.Stores;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SpeechMetricsTest {

  @Test
  void shows_an_operator_what_readme_promises() {
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (var chat = new Chat(Stores.SQLITE)) {
      var times = new SpeechMetrics(metrics, chat.queue(), 2);
      times.took("vosk-model-small-cn-0.22", Locale.CHINESE, 20, Duration.ofSeconds(4));
      times.took("vosk-model-small-cn-0.22", Locale.CHINA, 10, Duration.ofSeconds(4));
      times.took("vosk-model-small-cn-0.22", Locale.CHINA, 0, Duration.ofMillis(1));
      chat.recorder.loseModels();
      chat.says("zhangsan", "今天去了华康医院");
      String tags = "{engine=\"vosk-model-small-cn-0.22\",language=\"zh\"}";

      assertThat(metrics.scrape())
          .contains("kouxin_speech_parallelism 2.0")
          .contains("kouxin_speech_waiting 0.0")
          .contains("kouxin_speech_parked 1.0")
          .contains("kouxin_speech_heard_seconds_total" + tags + " 30.0")
          .contains("kouxin_speech_listening_seconds_count" + tags + " 3")
          .contains("kouxin_speech_realtime_factor_count" + tags + " 2")
          .contains("kouxin_speech_realtime_factor_max" + tags + " 0.4");
    }
  }
}
