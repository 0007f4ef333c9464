package io.kouxin.integrations.dingtalk;

/**
 * Counts what DingTalk bills by the calendar month for the whole organisation
 * (KB:dingtalk-application-development-platform-billing-model), and knows what its edition allows.
 * It must not throw and returns at once. Safe for many threads.
 */
public interface Meter {
  /** Counts nothing. */
  Meter NONE =
      new Meter() {
        @Override
        public void call() {}

        @Override
        public void message() {}
      };

  /** One call of the API; tokens and contacts are free and not told. */
  void call();

  /** One message by webhook or Stream, in or out. */
  void message();

  /** How many calls the edition allows on one path in a second. */
  default int callsASecond() {
    return 20;
  }
}
