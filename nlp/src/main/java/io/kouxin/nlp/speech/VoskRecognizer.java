package io.kouxin.nlp.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.vosk.Recognizer;

/**
 * Listens with Vosk inside this process, on its own platform threads: native work on a virtual
 * thread would hold up all the others. A caller beyond {@code parallelism} waits its turn.
 */
public final class VoskRecognizer implements SpeechRecognizer {
  /** A quarter of a second: how soon an interrupt is noticed. */
  private static final int PIECE = Pcm.RATE / 4;

  private final VoskModels models;
  private final ExecutorService threads;
  private final ListeningTimes times;

  /** Listens with the models of a store; loads none before it is needed. */
  public VoskRecognizer(ModelStore store, VoskSettings settings) {
    this(store, settings, ListeningTimes.NONE);
  }

  /** The same, and says how long it took. */
  public VoskRecognizer(ModelStore store, VoskSettings settings, ListeningTimes times) {
    this.times = times;
    this.models = new VoskModels(store, settings.models());
    this.threads =
        Executors.newFixedThreadPool(
            settings.parallelism(), Thread.ofPlatform().daemon().name("hear-", 1).factory());
  }

  @Override
  public boolean ready(Locale language) {
    return models.has(language);
  }

  /**
   * {@inheritDoc}
   *
   * @throws CancellationException if the thread is interrupted; it stays interrupted
   * @throws IllegalStateException after {@link #close}
   */
  @Override
  public Transcript recognize(Pcm sound, Locale language) throws ModelMissing {
    Future<Transcript> heard = submit(sound, language);
    try {
      return heard.get();
    } catch (InterruptedException e) {
      heard.cancel(true);
      Thread.currentThread().interrupt();
      throw cancelled(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ModelMissing missing) {
        throw missing;
      }
      if (e.getCause() instanceof CancellationException cancelled) {
        throw cancelled;
      }
      throw new IllegalStateException("listening failed", e.getCause());
    }
  }

  private Future<Transcript> submit(Pcm sound, Locale language) {
    try {
      return threads.submit(() -> hear(sound, language));
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("the recogniser is closed", e);
    }
  }

  private Transcript hear(Pcm sound, Locale language) throws ModelMissing {
    VoskModels.Loaded loaded = models.of(language);
    if (Silence.in(sound)) {
      return new Transcript.NothingHeard(
          Transcript.Reason.SILENCE, loaded.name(), language, sound.seconds());
    }
    long before = System.nanoTime();
    try (var recognizer = new Recognizer(loaded.model(), Pcm.RATE)) {
      recognizer.setWords(true);
      VoskResult result = listen(recognizer, sound);
      var work = Duration.ofNanos(System.nanoTime() - before);
      times.took(loaded.name(), language, sound.seconds(), work);
      return result.transcript(loaded.name(), language, sound.seconds());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static VoskResult listen(Recognizer recognizer, Pcm sound) {
    var result = new VoskResult();
    short[] samples = sound.samples();
    for (int from = 0; from < samples.length; from += PIECE) {
      if (Thread.currentThread().isInterrupted()) {
        throw cancelled(new InterruptedException());
      }
      short[] piece = Arrays.copyOfRange(samples, from, Math.min(from + PIECE, samples.length));
      if (recognizer.acceptWaveForm(piece, piece.length)) {
        result.add(recognizer.getResult());
      }
    }
    result.add(recognizer.getFinalResult());
    return result;
  }

  private static CancellationException cancelled(InterruptedException cause) {
    var cancelled = new CancellationException("interrupted while listening");
    cancelled.initCause(cause);
    return cancelled;
  }

  /** Stops listening within a second or so, then frees the models. */
  @Override
  public void close() {
    threads.shutdownNow();
    boolean ended = false;
    try {
      ended = threads.awaitTermination(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (ended) { // a model freed under a running recogniser takes the process down
      models.close();
    }
  }
}
