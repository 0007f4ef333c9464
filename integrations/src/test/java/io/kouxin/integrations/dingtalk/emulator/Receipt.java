package io.kouxin.integrations.dingtalk.emulator;

import java.util.List;

/**
 * What became of a message.
 *
 * @param conversation the group or the chat; empty for a batch, a work notification and a DING
 * @param delivered userids
 * @param invalid userids nobody has
 * @param slowed those who had too many: the caller was told
 * @param dropped those who did not get it although the answer said success
 * @param merged how often the same came again and was swallowed
 */
public record Receipt(
    String conversation,
    List<String> delivered,
    List<String> invalid,
    List<String> slowed,
    List<String> dropped,
    int merged) {
  static Receipt in(String conversation, List<String> delivered) {
    return new Receipt(conversation, delivered, List.of(), List.of(), List.of(), 0);
  }

  Receipt mergedOnceMore() {
    return new Receipt(conversation, delivered, invalid, slowed, dropped, merged + 1);
  }
}
