package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.ChannelException;
import java.util.List;
import java.util.Optional;

/**
 * What was sent, taken back within 24 hours: robot messages by their {@code processQueryKey}, work
 * notifications by their number, a DING by its id. What went by webhook has no receipt and stays.
 */
final class Receipts {
  private static final String ROBOT = "robot:";
  private static final String WORK = "work:";
  private static final String DING = "ding:";
  private final Recall recall;
  private final Ding ding;
  private final Optional<WorkNotification> work;

  Receipts(DingTalkApi api, Optional<WorkNotification> work) {
    this.recall = new Recall(api);
    this.ding = new Ding(api);
    this.work = work;
  }

  static String robot(String processQueryKey) {
    return ROBOT + processQueryKey;
  }

  static String work(String task) {
    return WORK + task;
  }

  static String ding(String dingId) {
    return DING + dingId;
  }

  /**
   * Takes all of it back; once more does no harm.
   *
   * @return whether all of it is gone; false where there is no receipt
   */
  boolean takeBack(String name, List<String> receipts) throws ChannelException {
    boolean gone = !receipts.isEmpty();
    for (String receipt : receipts) {
      gone &= taken(name, receipt);
    }
    return gone;
  }

  /** A refusal says that it stays, because it is too old or DingTalk does not know it. */
  private boolean taken(String name, String receipt) throws ChannelException {
    try {
      if (receipt.startsWith(ROBOT)) {
        return recall.take(name, receipt.substring(ROBOT.length()));
      }
      if (receipt.startsWith(DING)) {
        ding.recall(receipt.substring(DING.length()));
        return true;
      }
      return receipt.startsWith(WORK) && recalled(receipt.substring(WORK.length()));
    } catch (ChannelException.Refused stays) {
      return false;
    }
  }

  private boolean recalled(String task) throws ChannelException {
    if (work.isEmpty()) {
      return false;
    }
    work.get().recall(task);
    return true;
  }
}
