package io.kouxin.integrations.dingtalk;

import java.util.Locale;

/**
 * Every reason why something DingTalk brings is not taken. The sentences go to our log, never to
 * the caller.
 */
enum Refusal {
  METHOD(405, "DingTalk never asks this door, it only brings."),
  PARAMETER(400, "A parameter or header is missing or has a form that DingTalk never sends."),
  JSON(400, "The body is not JSON as DingTalk writes it."),
  FIELD(400, "The message lacks what every message has."),
  TIME(403, "The timestamp is more than an hour away from our clock."),
  CARD_TIME(403, "The timestamp of a tap is more than five minutes away from our clock."),
  SIGNATURE(403, "The signature is not that of our secret."),
  CIPHER(403, "The sealed text does not open with our aes_key."),
  RECEIVER(403, "The sealed text is for another application."),
  ROBOT(403, "The message is for another robot."),
  SENDER(
      403,
      "DingTalk does not say who wrote: publish the app version, or the person is outside the"
          + " company."),
  LENGTH(413, "The body is too long."),
  NOT_KEPT(503, "It could not be kept; DingTalk should bring it again.");

  private final int status;
  private final String sentence;

  Refusal(int status, String sentence) {
    this.status = status;
    this.sentence = sentence;
  }

  /** Of HTTP. */
  int status() {
    return status;
  }

  String sentence() {
    return sentence;
  }

  /** Its name for tables of sentences: {@code door-not-kept}. */
  String key() {
    return "door-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
