package io.kouxin.nlp.speech;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * A server that hears: everything that speaks OpenAI's {@code POST /v1/audio/transcriptions}, such
 * as FunASR's, whisper.cpp's, vLLM's or OpenAI's own. No other host is ever called.
 *
 * @param url its base, such as {@code http://10.0.0.5:8000/v1}; without a path, {@code /v1}
 * @param model as the server calls it; the engine of every transcript
 * @param key sent as {@code Authorization: Bearer}; empty for servers that want none
 * @param timeout of one try, from connecting to the last byte
 * @param languages it is asked for, as two letters
 */
public record TranscriptionServer(
    URI url, String model, String key, Duration timeout, Set<String> languages) {
  private static final String PATH = "/audio/transcriptions";

  public TranscriptionServer {
    languages = Set.copyOf(languages);
    if (!Set.of("http", "https").contains(String.valueOf(url.getScheme()))
        || url.getHost() == null
        || url.getUserInfo() != null
        || url.getQuery() != null) {
      throw new IllegalArgumentException(
          "the address must look like http://host:8000/v1, without a name or a question mark");
    }
    if (model.isBlank()) {
      throw new IllegalArgumentException("the server has to be told which model to use");
    }
    if (key.chars().anyMatch(c -> c < '!' || c > '~')) {
      throw new IllegalArgumentException("the key has blanks or other characters no key has");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("the timeout must be longer than nothing");
    }
  }

  /** Where recordings go. */
  URI transcriptions() {
    String base = url.toString().replaceAll("/+$", "");
    if (base.endsWith(PATH)) {
      return URI.create(base);
    }
    boolean bare = url.getPath().isEmpty() || url.getPath().equals("/");
    return URI.create(base + (bare ? "/v1" : "") + PATH);
  }

  boolean hears(Locale language) {
    return languages.contains(language.getLanguage());
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "TranscriptionServer[url=" + url + ", model=" + model + "]";
  }
}
