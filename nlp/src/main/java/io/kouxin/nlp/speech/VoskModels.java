package io.kouxin.nlp.speech;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vosk.Model;

/** The loaded models, one a language, shared by all recognisers; loaded at first use and once. */
final class VoskModels implements AutoCloseable {
  private final ModelStore store;
  private final Map<String, List<String>> names;
  private final Map<String, Loaded> loaded = new HashMap<>();

  VoskModels(ModelStore store, Map<String, List<String>> names) {
    this.store = store;
    this.names = names;
  }

  /** Whether a model for the language is loaded or can be. */
  boolean has(Locale language) {
    return name(language).isPresent();
  }

  /** The model of a language; a broken one counts as missing, until it is replaced. */
  synchronized Loaded of(Locale language) throws ModelMissing {
    Loaded known = loaded.get(language.getLanguage());
    if (known != null) {
      return known;
    }
    String name = name(language).orElseThrow(() -> new ModelMissing(language));
    try {
      Path folder = store.open(name).orElseThrow(() -> new ModelMissing(language));
      VoskNatives.load();
      var fresh = new Loaded(name, new Model(folder.toString()));
      loaded.put(language.getLanguage(), fresh);
      return fresh;
    } catch (IOException | ModelFailure e) {
      throw new ModelMissing(language, e);
    }
  }

  private Optional<String> name(Locale language) {
    return names.getOrDefault(language.getLanguage(), List.of()).stream()
        .filter(store::has)
        .findFirst();
  }

  @Override
  public synchronized void close() {
    loaded.values().forEach(one -> one.model().close());
    loaded.clear();
  }

  record Loaded(String name, Model model) {}
}
