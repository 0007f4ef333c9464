package io.kouxin.integrations.dingtalk.emulator;

import java.util.List;

/**
 * A group chat with the robot in it.
 *
 * @param id its openConversationId
 * @param members userids
 */
public record Group(String id, String title, List<String> members, boolean disbanded) {
  /** The one group that exists from the start. */
  public static final Group SALES =
      new Group("cidSales1==", "销售一部", List.of("rep01", "rep02", "mgr01"), false);

  Group withoutAnybody() {
    return new Group(id, title, List.of(), true);
  }
}
