package io.kouxin.integrations.wecom;

/**
 * What the administrator of an AI bot copies from its page where it is called back (URL回调).
 *
 * @param token 1 to 32 letters and digits
 * @param aesKey the EncodingAESKey: exactly 43 letters and digits
 * @param botId of the bot; messages of another one are refused, and where it is empty any is ours
 */
public record BotKeys(String token, String aesKey, String botId) {

  /**
   * Checks each value.
   *
   * @throws IllegalArgumentException with words for the administrator, and without the value
   */
  public BotKeys {
    Reception.requireKeys("the AI bot", token, aesKey);
  }

  Seal seal() {
    return new Seal(token, aesKey, "");
  }

  /** Without the token and the key. */
  @Override
  public String toString() {
    return "BotKeys[botId=" + botId + "]";
  }
}
