package io.kouxin.integrations.dingtalk;

/**
 * Who keeps what DingTalk pushes over its Stream. Each method stores and returns at once; DingTalk
 * takes the return for "kept", within three seconds (KB:appendix-b-proposals-for-rational-use-of-
 * resources). One that could not store throws, and DingTalk is told so.
 *
 * <p>Everything may come twice: a message has its {@code msgId}, an event its id. Each kind comes
 * on one thread of its own, in the order of arrival; different kinds come at the same time.
 */
public interface Pushes {

  /** Somebody wrote to the robot: the message as DingTalk's JSON. */
  void robot(String json);

  /**
   * Somebody tapped a card: the tap as DingTalk's JSON. DingTalk wants the answer within two
   * seconds (KB:event-callback-card).
   *
   * @return the card's new content for everybody or for the one who tapped, as the JSON object that
   *     DingTalk calls {@code response}; <code>{}</code> if nothing changes
   */
  String card(String json);

  /**
   * Something happened in the company.
   *
   * @param eventId the same each time it is pushed; the push's own id where DingTalk gave none
   * @param type DingTalk's name for it; empty if it gave none
   * @param corpId where; empty if DingTalk did not say
   * @param bornMillis when, as epoch milliseconds; 0 if DingTalk did not say
   * @param json what, as DingTalk's JSON
   */
  void event(String eventId, String type, String corpId, long bornMillis, String json);
}
