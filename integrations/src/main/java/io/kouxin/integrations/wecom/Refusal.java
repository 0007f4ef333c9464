package io.kouxin.integrations.wecom;

/**
 * Every reason why something at the door is not taken. The sentences go to our log, never to the
 * caller.
 */
enum Refusal {
  PARAMETER(400, "A parameter of the address is missing or has a form that WeCom never sends."),
  XML(400, "The body is not XML as WeCom writes it."),
  JSON(400, "The body is not JSON as WeCom writes it."),
  FIELD(400, "The message lacks what every message has."),
  TIME(403, "The timestamp is more than ten minutes away from our clock."),
  SIGNATURE(403, "The signature is not that of our token."),
  CIPHER(403, "The sealed text does not open with our EncodingAESKey."),
  RECEIVER(403, "The sealed text is for another corporation."),
  APPLICATION(403, "The message is for another application."),
  ECHO(403, "What should be echoed is no word as WeCom sends it."),
  LENGTH(413, "The body is too long."),
  NOT_KEPT(503, "It could not be kept; WeCom should bring it again.");

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
}
