package io.kouxin.bot.hearing;

import io.kouxin.nlp.speech.AudioDecoder;
import io.kouxin.nlp.speech.ModelMissing;
import io.kouxin.nlp.speech.SpeechRecognizer;
import io.kouxin.nlp.speech.Transcript;
import io.kouxin.nlp.speech.UnreadableAudio;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A decoder and a recogniser in this process. */
public final class LocalEars implements Ears {
  private final AudioDecoder decoder;
  private final SpeechRecognizer recognizer;
  private final ModelKeeper models;

  /** With what it hears. */
  public LocalEars(AudioDecoder decoder, SpeechRecognizer recognizer, ModelKeeper models) {
    this.decoder = decoder;
    this.recognizer = recognizer;
    this.models = models;
  }

  @Override
  public boolean ready(Locale language) {
    return recognizer.ready(language);
  }

  @Override
  public String progress(Locale language) {
    return models.progress(language);
  }

  @Override
  public Optional<Duration> length(byte[] recording) {
    try {
      return Optional.of(Duration.ofMillis(Math.round(1000 * decoder.decode(recording).seconds())));
    } catch (UnreadableAudio unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public Transcript listen(byte[] recording, Locale language) throws ModelMissing, UnreadableAudio {
    return recognizer.recognize(decoder.decode(recording), language);
  }
}
