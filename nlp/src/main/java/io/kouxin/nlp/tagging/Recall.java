package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.TokenVectors;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An encoder that remembers what it has encoded: that is the dear part of reading a library. */
record Recall(Encoder encoder, Map<String, TokenVectors> encoded) implements Encoder {

  static Recall of(Encoder encoder, Map<String, TokenVectors> encoded) {
    return new Recall(encoder, new ConcurrentHashMap<>(encoded));
  }

  @Override
  public TokenVectors encode(String plain) {
    return encoded.computeIfAbsent(plain, encoder::encode);
  }

  @Override
  public Locale language() {
    return encoder.language();
  }

  @Override
  public void close() {
    encoder.close();
  }
}
