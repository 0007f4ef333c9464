package io.kouxin.nlp.speech;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

/**
 * Has a server listen that speaks OpenAI's transcription API. Silence is not sent. What fails in
 * passing is tried once more; a server that keeps failing is left alone for a while, and then this
 * is ready for no language.
 */
public final class OpenAiCompatibleRecognizer implements SpeechRecognizer {
  private final TranscriptionServer server;
  private final TranscriptionClient client;
  private final CircuitBreaker breaker;
  private final Retry retry;
  private final Semaphore turns;
  private final ListeningTimes times;
  private volatile boolean closed;

  /**
   * Asks this server.
   *
   * @param parallelism recordings at once, at least 1; a caller beyond them waits its turn
   */
  public OpenAiCompatibleRecognizer(
      TranscriptionServer server, int parallelism, ServerGuards guards, ListeningTimes times) {
    this.server = server;
    this.client = new TranscriptionClient(server);
    this.breaker = guards.breakers().circuitBreaker(ServerGuards.NAME);
    this.retry = guards.retries().retry(ServerGuards.NAME);
    this.turns = new Semaphore(parallelism, true);
    this.times = times;
  }

  @Override
  public boolean ready(Locale language) {
    return server.hears(language) && breaker.getState() != CircuitBreaker.State.OPEN;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ServerAway if the server gave no words, whatever the reason
   * @throws CancellationException if the thread is interrupted; it stays interrupted
   * @throws IllegalStateException after {@link #close}
   */
  @Override
  public Transcript recognize(Pcm sound, Locale language) throws ModelMissing {
    if (closed) {
      throw new IllegalStateException("the recogniser is closed");
    }
    if (!server.hears(language)) {
      throw new ModelMissing(language);
    }
    if (Silence.in(sound)) {
      return new Transcript.NothingHeard(
          Transcript.Reason.SILENCE, server.model(), language, sound.seconds());
    }
    await();
    try {
      return asked(sound, language);
    } finally {
      turns.release();
    }
  }

  private void await() {
    try {
      turns.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(e);
    }
  }

  private Transcript asked(Pcm sound, Locale language) throws ServerAway {
    long before = System.nanoTime();
    Callable<Transcript> once =
        CircuitBreaker.decorateCallable(breaker, () -> client.hear(sound, language));
    try {
      Transcript heard = Retry.decorateCallable(retry, once).call();
      var work = Duration.ofNanos(System.nanoTime() - before);
      times.took(server.model(), language, sound.seconds(), work);
      return heard;
    } catch (ServerFailure | CallNotPermittedException e) {
      if (Thread.currentThread().isInterrupted()) { // between the two tries
        throw cancelled(e);
      }
      throw new ServerAway(language, e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("listening failed", e);
    }
  }

  private static CancellationException cancelled(Exception cause) {
    var cancelled = new CancellationException("interrupted while listening");
    cancelled.initCause(cause);
    return cancelled;
  }

  /** Sends it a second of a tone, once and past all guards: what is wrong, if anything is. */
  public Optional<ServerTrouble> trouble(Locale language) {
    var tone = new short[Pcm.RATE];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (short) (8_000 * Math.sin(2 * Math.PI * 440 * i / Pcm.RATE));
    }
    try {
      client.hear(new Pcm(tone), language);
      return Optional.empty();
    } catch (ServerFailure failure) {
      return Optional.of(failure.trouble());
    }
  }

  @Override
  public void close() {
    closed = true;
    client.close();
  }
}
