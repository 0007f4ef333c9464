package io.kouxin.nlp.meaning;

/**
 * There is no encoder on this machine; the message says why in one sentence. Nothing else fails.
 */
public final class NoEncoderException extends Exception {
  private static final long serialVersionUID = 1L;

  NoEncoderException(String message) {
    super(message);
  }

  private NoEncoderException(String message, Throwable cause) {
    super(message, cause);
  }

  /** There is a model, but this machine cannot run it. */
  static NoEncoderException notHere(Throwable cause) {
    return new NoEncoderException(
        "the sentence model cannot be run here (" + cause.getMessage() + ")", cause);
  }
}
