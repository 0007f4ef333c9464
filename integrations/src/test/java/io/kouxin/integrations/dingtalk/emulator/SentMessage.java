package io.kouxin.integrations.dingtalk.emulator;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * A message that the application sent.
 *
 * @param id processQueryKey, task_id, openDingId, outTrackId, or one of the emulator's own
 * @param at the emulator's time
 * @param content of a card as it is shown now
 * @param readBy userids
 */
public record SentMessage(
    String id,
    Instant at,
    Route route,
    Content content,
    Receipt receipt,
    Set<String> readBy,
    boolean recalled) {
  static SentMessage of(String id, Instant at, Route route, Content content, Receipt receipt) {
    return new SentMessage(id, at, route, content, receipt, Set.of(), false);
  }

  /** Whether this person sees it now. */
  public boolean isShownTo(String user) {
    return !recalled && receipt.delivered().contains(user);
  }

  /** Whether somebody never got it although the answer said success. */
  public boolean isDropped() {
    return !receipt.dropped().isEmpty();
  }

  SentMessage gone() {
    return new SentMessage(id, at, route, content, receipt, readBy, true);
  }

  SentMessage mergedOnceMore() {
    return new SentMessage(id, at, route, content, receipt.mergedOnceMore(), readBy, recalled);
  }

  SentMessage saying(Content now) {
    return new SentMessage(id, at, route, now, receipt, readBy, recalled);
  }

  SentMessage readToo(String user) {
    Set<String> more = new TreeSet<>(readBy);
    more.add(user);
    return new SentMessage(id, at, route, content, receipt, Set.copyOf(more), recalled);
  }
}
