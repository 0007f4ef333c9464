package io.kouxin.integrations.wecom;

import java.util.regex.Pattern;

/**
 * What the administrator of a self-built application copies from its page "receive messages"
 * (接收消息).
 *
 * @param corpId of the corporation, such as {@code ww1a2b3c4d5e6f7890}
 * @param agentId the application's number
 * @param token 1 to 32 letters and digits (document 96238)
 * @param aesKey the EncodingAESKey: exactly 43 letters and digits (document 96238)
 */
public record Reception(String corpId, String agentId, String token, String aesKey) {
  private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z]{1,32}");
  private static final Pattern AES_KEY = Pattern.compile("[0-9A-Za-z]{43}");
  private static final Pattern AGENT = Pattern.compile("[0-9]{1,10}");

  /**
   * Checks each value.
   *
   * @throws IllegalArgumentException with words for the administrator, and without the value
   */
  public Reception {
    require(!corpId.isBlank(), "WeCom's corporation id must not be empty.");
    require(AGENT.matcher(agentId).matches(), "WeCom's AgentId must be a number.");
    requireKeys("WeCom", token, aesKey);
  }

  /** What both kinds of callbacks are signed and sealed with (document 96238). */
  static void requireKeys(String whose, String token, String aesKey) {
    require(
        TOKEN.matcher(token).matches(),
        "The token of %s's callback must be 1 to 32 letters and digits; this one has %d characters."
            .formatted(whose, token.length()));
    require(
        AES_KEY.matcher(aesKey).matches(),
        "The EncodingAESKey of %s's callback must be exactly 43 letters and digits; this one has %d characters."
            .formatted(whose, aesKey.length()));
  }

  private static void require(boolean kept, String words) {
    if (!kept) {
      throw new IllegalArgumentException(words);
    }
  }

  /** Without the token and the key. */
  @Override
  public String toString() {
    return "Reception[corpId=" + corpId + ", agentId=" + agentId + "]";
  }
}
