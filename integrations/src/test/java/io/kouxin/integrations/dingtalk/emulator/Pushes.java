package io.kouxin.integrations.dingtalk.emulator;

/**
 * How what happens reaches the application. HTTP callbacks are one way; a Stream gateway is another
 * and takes their place with {@link DingTalkEmulator#pushBy}.
 */
public interface Pushes {
  /**
   * A message to the robot.
   *
   * @param msgId of the message
   * @param body JSON, the same on every way
   */
  Delivery message(String msgId, String body, Manner manner);

  /**
   * An event of the company.
   *
   * @param id the eventId; a redelivery has the same
   * @param body JSON with EventType, TimeStamp, CorpId and the event's own fields
   */
  Delivery event(String id, String type, String body, Manner manner);

  /**
   * A tap on a card whose callbackType is STREAM.
   *
   * @param body JSON of the type actionCallback
   */
  Delivery cardTap(String outTrackId, String body, Manner manner);
}
