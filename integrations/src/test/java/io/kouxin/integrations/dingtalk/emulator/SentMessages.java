package io.kouxin.integrations.dingtalk.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What was sent, oldest first; the oldest go when there are too many, so a load test can run on.
 */
final class SentMessages {
  private static final int KEPT = 50_000;
  private final Map<String, SentMessage> messages = new LinkedHashMap<>();
  private long total;

  synchronized void keep(SentMessage message) {
    messages.put(message.id(), message);
    total++;
    if (messages.size() > KEPT) {
      messages.remove(messages.keySet().iterator().next());
    }
  }

  synchronized void change(String id, UnaryOperator<SentMessage> how) {
    messages.computeIfPresent(id, (same, message) -> how.apply(message));
  }

  synchronized Optional<SentMessage> find(String id) {
    return Optional.ofNullable(messages.get(id));
  }

  synchronized List<SentMessage> all() {
    return List.copyOf(messages.values());
  }

  /** Also those that are no longer kept. */
  synchronized long total() {
    return total;
  }
}
