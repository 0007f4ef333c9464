package io.kouxin.nlp.speech;

/** Why a server did not give us words. Its message has neither the key nor words of the server. */
final class ServerFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private final ServerTrouble trouble;

  ServerFailure(ServerTrouble trouble, String message) {
    super(message);
    this.trouble = trouble;
  }

  ServerFailure(ServerTrouble trouble, String message, Throwable cause) {
    super(message, cause);
    this.trouble = trouble;
  }

  ServerTrouble trouble() {
    return trouble;
  }
}
