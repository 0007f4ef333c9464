package io.kouxin.integrations.wecom.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Codes that change a card: each once, within 72 hours (page 94888). */
final class ResponseCodes {
  static final Duration LIFE = Duration.ofHours(72);
  private final Map<String, Issued> unused = new LinkedHashMap<>();
  private final Clock clock;

  private record Issued(String msgId, Instant at) {}

  ResponseCodes(Clock clock) {
    this.clock = clock;
  }

  synchronized String issue(String msgId) {
    forget();
    String code = EmulatorConfig.letters(32);
    unused.put(code, new Issued(msgId, clock.instant()));
    return code;
  }

  /** The message it was issued for; unknown, used and expired codes are 40058. */
  synchronized String use(String code) {
    forget();
    Issued issued = unused.remove(code);
    if (issued == null) {
      throw Errcode.INVALID_PARAMETER.refusal();
    }
    return issued.msgId();
  }

  private void forget() {
    Iterator<Issued> oldest = unused.values().iterator();
    while (oldest.hasNext() && oldest.next().at().plus(LIFE).isBefore(clock.instant())) {
      oldest.remove();
    }
  }
}
