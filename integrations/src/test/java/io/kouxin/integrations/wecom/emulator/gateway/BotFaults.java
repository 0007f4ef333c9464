package io.kouxin.integrations.wecom.emulator.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What goes wrong from now on, until told otherwise. */
public final class BotFaults {
  private final Map<String, Integer> codes = new ConcurrentHashMap<>();
  private volatile boolean deaf;
  private volatile boolean twice;
  private volatile long millis;

  /** The next frame with this command is answered with this code, as 846605. */
  public void nextAnswers(String command, int code) {
    codes.put(command, code);
  }

  /** Nothing is answered any more: no sign of life, no acknowledgement. */
  public void saysNothing() {
    deaf = true;
  }

  /** Every push goes out twice. */
  public void pushesTwice() {
    twice = true;
  }

  /** Every answer takes so long. */
  public void isSlow(long delayMillis) {
    millis = delayMillis;
  }

  /** All is well again. */
  public void clear() {
    codes.clear();
    deaf = false;
    twice = false;
    millis = 0;
  }

  Optional<Integer> take(String command) {
    return Optional.ofNullable(codes.remove(command));
  }

  boolean isDeaf() {
    return deaf;
  }

  boolean isTwice() {
    return twice;
  }

  long millis() {
    return millis;
  }
}
