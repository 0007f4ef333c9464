package io.kouxin.integrations.wecom.emulator;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;

/** Faults as JSON: {@code {"path","kind","value","times"}} and the two switches beside them. */
final class AdminFaults {
  private AdminFaults() {}

  static void set(Faults faults, Fields request) {
    if (request.has("invalid_users")) {
      faults.invalidUsers(new HashSet<>(request.texts("invalid_users")));
    }
    if (request.has("redelivery_rate")) {
      faults.redeliveryRate(request.fraction("redelivery_rate"));
    }
    if (request.has("kind")) {
      String path = request.text("path").isEmpty() ? Faults.ANY : request.text("path");
      int times = request.has("times") ? (int) request.number("times") : Faults.ALWAYS;
      faults.set(path, fault(request.text("kind"), request.number("value")), times);
    }
  }

  private static Fault fault(String kind, long value) {
    return switch (kind) {
      case "slow" -> new Fault.Slow(Duration.ofMillis(value));
      case "hang" -> new Fault.Hang();
      case "lost-answer" -> new Fault.LostAnswer();
      case "down" -> new Fault.Down();
      case "status" -> new Fault.Status((int) value);
      case "errcode" -> new Fault.Code((int) value);
      default -> throw new IllegalArgumentException("No fault of this kind: " + kind);
    };
  }

  static Map<String, Object> shown(Faults faults) {
    return Map.of(
        "faults", faults.shown(),
        "invalid_users", faults.invalidUsers(),
        "redelivery_rate", faults.redeliveryRate());
  }
}
