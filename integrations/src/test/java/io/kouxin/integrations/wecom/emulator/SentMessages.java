package io.kouxin.integrations.wecom.emulator;

import java.util.HashMap;
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
  private final Map<String, String> tasks = new HashMap<>();
  private final Map<String, SentMessage> messages = new LinkedHashMap<>();
  private long total;

  synchronized void keep(SentMessage message) {
    String task = message.content().taskId();
    if (!task.isEmpty() && tasks.putIfAbsent(task, message.msgId()) != null) {
      throw Errcode.INVALID_PARAMETER.refusal();
    }
    messages.put(message.msgId(), message);
    total++;
    if (messages.size() > KEPT) {
      forgetOldest();
    }
  }

  private void forgetOldest() {
    SentMessage oldest = messages.values().iterator().next();
    messages.remove(oldest.msgId());
    tasks.remove(oldest.content().taskId());
  }

  synchronized void change(String msgId, UnaryOperator<SentMessage> how) {
    messages.computeIfPresent(msgId, (id, message) -> how.apply(message));
  }

  /** By message id or by task id. */
  synchronized Optional<SentMessage> find(String id) {
    return Optional.ofNullable(messages.get(tasks.getOrDefault(id, id)));
  }

  synchronized List<SentMessage> all() {
    return List.copyOf(messages.values());
  }

  /** Also those that are no longer kept. */
  synchronized long total() {
    return total;
  }
}
