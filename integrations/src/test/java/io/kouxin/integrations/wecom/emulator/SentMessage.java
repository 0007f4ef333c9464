package io.kouxin.integrations.wecom.emulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message that the application sent.
 *
 * @param at the emulator's time
 * @param content as it was sent
 * @param shown userid to what that person's chat shows now; empty after a recall
 */
public record SentMessage(
    String msgId, Instant at, Receipt receipt, Content content, Map<String, Content> shown) {
  /** What this person sees now; nothing if it was dropped, recalled or never meant for them. */
  public Optional<Content> shownTo(String user) {
    return shown.entrySet().stream()
        .filter(each -> People.key(each.getKey()).equals(People.key(user)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether somebody never got it although the answer said {@code ok}. */
  public boolean isDropped() {
    return !receipt.dropped().isEmpty();
  }

  SentMessage recalled() {
    return new SentMessage(msgId, at, receipt, content, Map.of());
  }

  SentMessage swallowing() {
    return new SentMessage(msgId, at, receipt.swallowing(), content, shown);
  }

  SentMessage showing(List<String> users, Content now) {
    Map<String, Content> changed = new HashMap<>(shown);
    changed.replaceAll(
        (user, before) ->
            users.stream().anyMatch(each -> People.key(each).equals(People.key(user)))
                ? now
                : before);
    return new SentMessage(msgId, at, receipt, content, changed);
  }
}
