package io.kouxin.nlp.speech;

import java.util.Locale;

/** The server that hears gives no words now; the recording can be heard when it does again. */
public final class ServerAway extends ModelMissing {
  private static final long serialVersionUID = 1L;

  ServerAway(Locale language, Exception cause) {
    super(language, cause);
  }

  /** Why, for whoever runs this; without the key and without words of the server. */
  public String why() {
    return getCause() instanceof ServerFailure failure
        ? String.valueOf(failure.getMessage())
        : "the server is left alone for a while after it failed";
  }
}
