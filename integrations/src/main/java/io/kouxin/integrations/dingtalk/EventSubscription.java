package io.kouxin.integrations.dingtalk;

import java.util.regex.Pattern;

/**
 * What the administrator copies from the page of event subscription (事件订阅) over HTTP.
 *
 * @param token 3 to 32 letters and digits
 * @param aesKey exactly 43 letters and digits
 */
public record EventSubscription(String token, String aesKey) {
  private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z]{3,32}");
  private static final Pattern AES_KEY = Pattern.compile("[0-9A-Za-z]{43}");

  /**
   * Checks each value.
   *
   * @throws IllegalArgumentException with words for the administrator, and without the value
   */
  public EventSubscription {
    insist(TOKEN, token, "token", "3 to 32");
    insist(AES_KEY, aesKey, "aes_key", "exactly 43");
  }

  private static void insist(Pattern form, String value, String setting, String length) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "The %s of DingTalk's event subscription must be %s letters and digits; this one has %d characters."
              .formatted(setting, length, value.length()));
    }
  }

  /** Without both. */
  @Override
  public String toString() {
    return "EventSubscription[]";
  }
}
