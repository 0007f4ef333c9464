package io.kouxin.nlp.meaning;

/**
 * There is no encoder on this machine; the message says why in one sentence. Nothing else fails.
 */
public final class NoEncoderException extends Exception {
  private static final long serialVersionUID = 1L;

  NoEncoderException(String message, Throwable cause) {
    super(message, cause);
  }
}
