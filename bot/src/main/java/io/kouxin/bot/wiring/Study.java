package io.kouxin.bot.wiring;

import io.kouxin.nlp.meaning.BgeEncoder;
import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.NoEncoderException;
import io.kouxin.nlp.tagging.LibraryEntry;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the library is read: one reading after the other, on all processors but one, so that
 * neither a chat nor the clockwork waits for it.
 */
final class Study implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Study.class);

  /** A reading that is not wanted any more ends with the phrase at which it is. */
  private static final int SECONDS_TO_FINISH = 10;

  private final ExecutorService order =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("library").daemon().factory());
  private final ForkJoinPool readers =
      new ForkJoinPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  private Reading reading;
  private final Map<String, Encoder> encoders = new TreeMap<>();

  private Study(Reading reading) {
    this.reading = reading;
  }

  /** Reads words alone. */
  static Study ofWords() {
    return new Study(Reading.WORDS);
  }

  /** Reads what is meant, too, where this machine can run the model. */
  static Study ofMeaning() {
    return new Study(Reading.BEGUN);
  }

  /** Has something read when what was asked for before is done; a failure is logged. */
  void soon(Runnable reading) {
    order.execute(() -> read(reading));
  }

  private void read(Runnable reading) {
    try {
      readers.submit(reading).join();
    } catch (RuntimeException e) {
      if (!order.isShutdown()) {
        LOG.warn("The library is live, but could not be calibrated anew.", e);
      }
    }
  }

  /**
   * The models of meanings, opened when they are first needed; none if they are not wanted or
   * cannot be had.
   *
   * @param entries of the languages that are needed
   */
  synchronized List<Encoder> encoders(Collection<LibraryEntry> entries) {
    if (reading == Reading.BEGUN) {
      entries.stream().map(e -> e.language().getLanguage()).distinct().forEach(this::open);
    }
    return List.copyOf(encoders.values());
  }

  private void open(String language) {
    if (!encoders.containsKey(language)) {
      try {
        encoders.put(language, BgeEncoder.open(Locale.of(language)));
      } catch (NoEncoderException e) {
        reading = encoders.isEmpty() ? Reading.NO_MODEL : reading;
        LOG.warn("{}; there the library goes by words alone.", e.getMessage());
      }
    }
  }

  /** How a library that has only its words so far will be read. */
  synchronized Reading reading() {
    return reading;
  }

  private synchronized void closeEncoders() {
    reading = Reading.WORDS;
    encoders.values().forEach(Encoder::close);
    encoders.clear();
  }

  /** Waits for what is being read; the model must not be closed under it. */
  @Override
  public void close() {
    order.shutdownNow();
    readers.shutdownNow();
    try {
      if (readers.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
        closeEncoders();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
