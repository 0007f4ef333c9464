package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.Inbound;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what came to a door, or lets DingTalk bring it again.
 *
 * @param keep returns once it is kept durably
 * @param what it is, for the log
 */
record Keeper(Consumer<Inbound> keep, String what) {
  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  void keep(Inbound inbound) throws RefusedException {
    try {
      keep.accept(inbound);
    } catch (RuntimeException e) {
      LOG.error("{} of DingTalk could not be kept.", what, e);
      throw new RefusedException(Refusal.NOT_KEPT);
    }
  }
}
