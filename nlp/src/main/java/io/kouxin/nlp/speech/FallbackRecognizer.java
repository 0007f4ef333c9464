package io.kouxin.nlp.speech;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has another recogniser listen where the first one cannot. Each transcript says who did. */
public final class FallbackRecognizer implements SpeechRecognizer {
  private static final Logger LOG = LoggerFactory.getLogger(FallbackRecognizer.class);
  private final SpeechRecognizer first;
  private final SpeechRecognizer second;

  /** The second one listens where the first is not ready or fails. */
  public FallbackRecognizer(SpeechRecognizer first, SpeechRecognizer second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public boolean ready(Locale language) {
    return first.ready(language) || second.ready(language);
  }

  @Override
  public Transcript recognize(Pcm sound, Locale language) throws ModelMissing {
    if (!first.ready(language)) {
      return second.recognize(sound, language);
    }
    try {
      return first.recognize(sound, language);
    } catch (ServerAway away) {
      LOG.warn("speech server: {}", away.why());
      if (!second.ready(language)) {
        throw away;
      }
      return second.recognize(sound, language);
    }
  }

  @Override
  public void close() {
    try (second) {
      first.close();
    }
  }
}
