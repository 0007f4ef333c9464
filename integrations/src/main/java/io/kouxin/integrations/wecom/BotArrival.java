package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.Inbound;
import java.util.List;
import java.util.Optional;

/**
 * What came to an AI bot at once.
 *
 * @param inbound in the order it was written; several where words and pictures were mixed
 * @param window what may be said about it; empty where nobody waits for anything
 */
record BotArrival(List<Inbound> inbound, Optional<ReplyWindow> window) {
  BotArrival {
    inbound = List.copyOf(inbound);
  }
}
