package io.kouxin.integrations.wecom.emulator;

import java.util.List;

/**
 * What became of one send.
 *
 * @param delivered userids whose chat shows it
 * @param dropped userids over 30 a minute or 1000 an hour: the caller was told that all is well
 * @param invalid lower-cased userids that the answer named
 * @param unlicensed lower-cased userids without a licence
 * @param swallowed how often the same request came again and was not delivered
 */
public record Receipt(
    List<String> delivered,
    List<String> dropped,
    List<String> invalid,
    List<String> unlicensed,
    int swallowed) {
  Receipt swallowing() {
    return new Receipt(delivered, dropped, invalid, unlicensed, swallowed + 1);
  }
}
