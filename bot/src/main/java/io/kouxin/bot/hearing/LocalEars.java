package io.kouxin.bot.hearing;

import io.kouxin.nlp.speech.AudioDecoder;
import io.kouxin.nlp.speech.ModelMissing;
import io.kouxin.nlp.speech.SpeechRecognizer;
import io.kouxin.nlp.speech.Transcript;
import io.kouxin.nlp.speech.UnreadableAudio;
import java.util.Locale;

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
  public Transcript listen(byte[] recording, Locale language) throws ModelMissing, UnreadableAudio {
    return recognizer.recognize(decoder.decode(recording), language);
  }
}
