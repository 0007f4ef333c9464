package io.kouxin.nlp.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoskRecognizerTest implements SpeechRecognizerContract {
  private final AudioDecoder decoder = new AudioDecoder(AudioLimits.standard());

  @Override
  public SpeechRecognizer recognizer() {
    return new VoskRecognizer(TestModels.store(), VoskSettings.standard());
  }

  @Override
  public Locale language() {
    return Locale.ENGLISH;
  }

  @Override
  public Pcm spoken() {
    try {
      return decoder.decode(Recordings.memo("delivery-late.amr"));
    } catch (UnreadableAudio e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void says_which_model_listened() throws Exception {
    try (var recognizer = recognizer()) {
      assertThat(recognizer.recognize(spoken(), Locale.US).engine())
          .isEqualTo("vosk-model-small-en-us-0.15");
    }
  }

  @Test
  void hears_a_model_as_soon_as_it_is_added(@TempDir Path folder) throws Exception {
    var store = new ModelStore(folder.resolve("models"), ModelSource.home());
    var settings = new VoskSettings(1, Map.of("zh", List.of("by-hand")));
    try (var recognizer = new VoskRecognizer(store, settings)) {
      assertThat(recognizer.ready(Locale.CHINESE)).isFalse();
      assertThatThrownBy(() -> recognizer.recognize(spoken(), Locale.CHINESE))
          .isInstanceOf(ModelMissing.class);

      // No Chinese model is on a package registry: the English one stands in for it here.
      store.add("by-hand", TestModels.store().open(KnownModel.ENGLISH.name()).orElseThrow());

      assertThat(recognizer.ready(Locale.CHINESE)).isTrue();
      var heard = (Transcript.Heard) recognizer.recognize(spoken(), Locale.CHINESE);
      assertThat(heard.engine()).isEqualTo("by-hand");
      assertThat(heard.text()).as("Chinese words stand together").doesNotContain(" ");
    }
  }

  @Test
  void takes_a_broken_model_for_a_missing_one(@TempDir Path folder) throws Exception {
    broken(folder.resolve("broken"));
    var store = new ModelStore(folder, ModelSource.home());
    try (var recognizer =
        new VoskRecognizer(store, new VoskSettings(1, Map.of("en", List.of("broken"))))) {
      assertThatThrownBy(() -> recognizer.recognize(spoken(), Locale.ENGLISH))
          .isInstanceOf(ModelMissing.class);
    }
  }

  @Test
  void stops_listening_when_interrupted() throws Exception {
    try (var recognizer = recognizer()) {
      recognizer.recognize(Recordings.silence(1), Locale.ENGLISH); // loads the model
      Pcm long_ = repeated(spoken(), 30);
      var ended = new CompletableFuture<Throwable>();
      long before = System.nanoTime();
      Thread listener =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      recognizer.recognize(long_, Locale.ENGLISH);
                      ended.complete(new AssertionError("it listened to the end"));
                    } catch (CancellationException | ModelMissing e) {
                      ended.complete(e);
                    }
                  });
      listener.interrupt();
      assertThat(ended.get()).isInstanceOf(CancellationException.class);
      // The only thread is free again for the next one.
      assertThat(recognizer.recognize(spoken(), Locale.ENGLISH))
          .isInstanceOf(Transcript.Heard.class);
      System.out.printf(
          "interrupted in a memo of %.0f s, then heard one of %.0f s: %d ms in all%n",
          long_.seconds(), spoken().seconds(), (System.nanoTime() - before) / 1_000_000);
    }
  }

  @Test
  void tells_silence_from_a_quiet_voice() throws Exception {
    try (var recognizer = recognizer()) {
      assertThat(recognizer.recognize(noise(-60), Locale.ENGLISH))
          .isInstanceOfSatisfying(
              Transcript.NothingHeard.class,
              nothing -> assertThat(nothing.reason()).isEqualTo(Transcript.Reason.SILENCE));
      assertThat(recognizer.recognize(quieter(spoken(), 24), Locale.ENGLISH))
          .isInstanceOf(Transcript.Heard.class);
    }
  }

  private static Pcm noise(double decibels) {
    var random = new Random(7);
    var samples = new short[3 * Pcm.RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(32_768 * Math.pow(10, decibels / 20) * random.nextGaussian());
    }
    return new Pcm(samples);
  }

  private static Pcm quieter(Pcm sound, double decibels) {
    short[] samples = sound.samples().clone();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) Math.round(samples[i] * Math.pow(10, -decibels / 20));
    }
    return new Pcm(samples);
  }

  private static Pcm repeated(Pcm sound, int times) {
    short[] one = sound.samples();
    var all = new short[one.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(one, 0, all, i * one.length, one.length);
    }
    return new Pcm(all);
  }

  private static void broken(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("am"));
    Files.createDirectories(folder.resolve("graph"));
    Files.createDirectories(folder.resolve("conf"));
    Files.writeString(folder.resolve("am/final.mdl"), "not a model");
    Files.writeString(folder.resolve("conf/mfcc.conf"), "--sample-frequency=16000\n");
    Files.writeString(folder.resolve("conf/model.conf"), "--beam=10.0\n");
  }
}
