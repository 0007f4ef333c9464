package io.kouxin.integrations.dingtalk.emulator;

import java.time.Duration;
import java.util.Set;

/**
 * Faults as JSON: {@code {"path","kind","value","times"}}, and beside them {@code invalid_users},
 * {@code slowed_users} and {@code redeliver}.
 */
final class AdminFaults {
  private AdminFaults() {}

  static void set(Faults faults, Fields request) {
    if (request.has("invalid_users") || request.has("slowed_users")) {
      faults.partly(
          Set.copyOf(request.texts("invalid_users")), Set.copyOf(request.texts("slowed_users")));
    }
    if (request.has("redeliver")) {
      faults.redeliver((int) request.number("redeliver"));
    }
    if (request.has("kind")) {
      String path = request.text("path").isEmpty() ? Faults.ANY : request.text("path");
      int times = request.has("times") ? (int) request.number("times") : Faults.ALWAYS;
      faults.set(path, fault(request), times);
    }
  }

  private static Fault fault(Fields request) {
    return switch (request.text("kind")) {
      case "slow" -> new Fault.Slow(Duration.ofMillis(request.number("value")));
      case "hang" -> new Fault.Hang();
      case "lost-answer" -> new Fault.LostAnswer();
      case "down" -> new Fault.Down();
      case "status" -> new Fault.Status((int) request.number("value"));
      case "page" -> new Fault.Page("<html><title>Access denied</title></html>");
      case "bad-token" -> new Fault.BadToken();
      case "qps" -> new Fault.Qps();
      case "quota" -> new Fault.QuotaGone();
      case "code" -> new Fault.Code(request.text("value"));
      default -> throw new IllegalArgumentException("No fault: " + request.text("kind"));
    };
  }
}
