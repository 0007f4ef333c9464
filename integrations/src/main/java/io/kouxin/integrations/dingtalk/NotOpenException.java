package io.kouxin.integrations.dingtalk;

/** No connection came about; the message is words for people, without secrets. */
final class NotOpenException extends Exception {
  private static final long serialVersionUID = 1L;
  private final boolean refused;

  private NotOpenException(String reason, boolean refused) {
    super(reason);
    this.refused = refused;
  }

  /** DingTalk does not want us: trying again helps only after somebody mended something. */
  static NotOpenException refused(String reason) {
    return new NotOpenException(reason, true);
  }

  /** Something is broken or slow: later it may work. */
  static NotOpenException broken(String reason) {
    return new NotOpenException(reason, false);
  }

  boolean isRefused() {
    return refused;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
