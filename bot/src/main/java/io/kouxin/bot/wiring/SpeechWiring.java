package io.kouxin.bot.wiring;

import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.doctor.Examination;
import io.kouxin.bot.hearing.Ears;
import io.kouxin.bot.hearing.Hearing;
import io.kouxin.bot.hearing.LocalEars;
import io.kouxin.bot.hearing.ModelKeeper;
import io.kouxin.bot.inbox.HearingQueue;
import io.kouxin.bot.media.Media;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.pack.Packs;
import io.kouxin.bot.people.People;
import io.kouxin.bot.wording.Wording;
import io.kouxin.nlp.speech.AudioDecoder;
import io.kouxin.nlp.speech.AudioLimits;
import io.kouxin.nlp.speech.ListeningTimes;
import io.kouxin.nlp.speech.ModelSource;
import io.kouxin.nlp.speech.ModelStore;
import io.kouxin.nlp.speech.ServerGuards;
import io.kouxin.nlp.speech.SpeechRecognizer;
import io.kouxin.nlp.speech.VoskRecognizer;
import io.kouxin.nlp.speech.VoskSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What hears. */
@Configuration(proxyBeanMethods = false)
class SpeechWiring {

  @Bean
  ModelStore modelStore(Home home) {
    return new ModelStore(home.resolve("models"), ModelSource.home());
  }

  @Bean(destroyMethod = "close")
  ModelKeeper modelKeeper(ModelStore store, SpeechSettings settings) {
    Map<Locale, String> wanted = new LinkedHashMap<>();
    wanted.put(Locale.CHINESE, settings.model().zh());
    wanted.put(Locale.ENGLISH, settings.model().en());
    return new ModelKeeper(store, wanted);
  }

  @Bean
  ListeningTimes listeningTimes(
      MeterRegistry metrics, HearingQueue queue, SpeechSettings settings) {
    return new SpeechMetrics(metrics, queue, settings.threads());
  }

  @Bean
  ServerGuards serverGuards() {
    return ServerGuards.standard();
  }

  @Bean
  MeterBinder serverGuardMetrics(ServerGuards guards) {
    return metrics -> {
      TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(guards.breakers()).bindTo(metrics);
      TaggedRetryMetrics.ofRetryRegistry(guards.retries()).bindTo(metrics);
    };
  }

  @Bean(destroyMethod = "close")
  SpeechRecognizer recognizer(
      ModelStore store, SpeechSettings settings, ServerGuards guards, ListeningTimes times) {
    Map<String, List<String>> models =
        Map.of("zh", List.of(settings.model().zh()), "en", List.of(settings.model().en()));
    var vosk = new VoskRecognizer(store, new VoskSettings(settings.threads(), models), times);
    return Recognizers.of(settings, vosk, guards, times);
  }

  @Bean
  Examination speech(ModelKeeper models, SpeechSettings settings) {
    return SpeechCheck.of(settings, models::hears);
  }

  @Bean
  Ears ears(SpeechRecognizer recognizer, ModelKeeper models) {
    return new LocalEars(new AudioDecoder(AudioLimits.standard()), recognizer, models);
  }

  @Bean
  Hearing.Voice hearingVoice(
      People people, Outbox outbox, Wording wording, SpeechSettings settings, Clock clock) {
    return new Hearing.Voice(people, outbox, wording, settings.language(), clock);
  }

  @Bean
  Hearing.Listener listener(Ears ears, SpeechSettings settings, Customers customers, Packs packs) {
    var names = new LiveNames(customers, packs);
    return new Hearing.Listener(ears, settings.preference(), names::now);
  }

  @Bean
  Hearing hearing(
      HearingQueue queue,
      Media media,
      Hearing.Listener listener,
      Hearing.Voice voice,
      StoreJson json) {
    return new Hearing(queue, media, listener, voice, json.mapper());
  }
}
