package io.kouxin.bot.wiring;

/** A setting that the service cannot start with. */
final class WrongSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the setting and says what to do. */
  WrongSetting(String setting, String whatToDo) {
    super(setting + ": " + whatToDo);
  }
}
