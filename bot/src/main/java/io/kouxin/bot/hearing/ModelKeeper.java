package io.kouxin.bot.hearing;

import io.kouxin.nlp.speech.ModelFailure;
import io.kouxin.nlp.speech.ModelStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that the models the service wants are there, and knows how far each has come. */
public final class ModelKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelKeeper.class);
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final ModelStore store;
  private final Map<Locale, String> wanted;
  private final Map<String, Wanted> fetching = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * A model that the service wants.
   *
   * @param done bytes on disk so far
   * @param total bytes in all, 0 while unknown
   * @param message why it failed and what to do, else empty
   */
  public record Wanted(
      String name, Locale language, State state, long done, long total, String message) {}

  /** How far a model is. */
  public enum State {
    READY,
    FETCHING,
    MISSING,
    FAILED
  }

  /**
   * Keeps these models.
   *
   * @param wanted the name of a model by language
   */
  public ModelKeeper(ModelStore store, Map<Locale, String> wanted) {
    this.store = store;
    this.wanted = new LinkedHashMap<>(wanted);
  }

  /** Fetches in the background what is missing, again and again until it is there. */
  public void fetchMissing() {
    wanted.forEach(
        (language, name) -> {
          if (!store.has(name)) {
            fetching.put(name, new Wanted(name, language, State.FETCHING, 0, 0, ""));
            Thread.ofPlatform().daemon().name("fetch-" + name).start(() -> fetch(name, language));
          }
        });
  }

  private void fetch(String name, Locale language) {
    while (!closed && !store.has(name)) {
      try {
        store.fetch(
            name,
            (done, total) -> {
              fetching.put(name, fetching(name, language, done, total));
              return !closed;
            });
      } catch (ModelFailure failure) {
        LOG.warn("speech model {}: {}", name, failure.getMessage());
        String why = String.valueOf(failure.getMessage());
        fetching.put(name, new Wanted(name, language, State.FAILED, 0, 0, why));
        pause();
      }
    }
  }

  private static Wanted fetching(String name, Locale language, long done, OptionalLong total) {
    return new Wanted(name, language, State.FETCHING, done, total.orElse(0), "");
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      closed = true;
      Thread.currentThread().interrupt();
    }
  }

  /** Each model the service wants, and how far it is. */
  public List<Wanted> models() {
    return wanted.entrySet().stream()
        .map(entry -> state(entry.getValue(), entry.getKey()))
        .toList();
  }

  /** Whether the model of a language is here. */
  public boolean hears(Locale language) {
    return models().stream()
        .filter(model -> model.language().getLanguage().equals(language.getLanguage()))
        .anyMatch(model -> model.state() == State.READY);
  }

  private Wanted state(String name, Locale language) {
    if (store.has(name)) {
      return new Wanted(name, language, State.READY, 0, 0, "");
    }
    return fetching.getOrDefault(name, new Wanted(name, language, State.MISSING, 0, 0, ""));
  }

  /** How far a language has come, such as 43%; empty while nobody knows. */
  String progress(Locale language) {
    return models().stream()
        .filter(model -> model.language().getLanguage().equals(language.getLanguage()))
        .filter(model -> model.state() == State.FETCHING && model.total() > 0)
        .map(model -> 100 * model.done() / model.total() + "%")
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() {
    closed = true;
  }
}
