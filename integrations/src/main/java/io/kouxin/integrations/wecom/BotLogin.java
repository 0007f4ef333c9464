package io.kouxin.integrations.wecom;

import java.net.URI;

/**
 * What opens the long connection of an AI bot (document 101463).
 *
 * @param botId as the bot's page shows it
 * @param secret of its long connection; it leaves this object only in the subscription
 * @param url where WeCom listens: {@link #EVERYBODYS}, a private deployment's, or a test's
 */
public record BotLogin(String botId, String secret, URI url) {
  /** Where WeCom listens for everybody. */
  public static final URI EVERYBODYS = URI.create("wss://openws.work.weixin.qq.com");

  /**
   * Says in clear words what is wrong with a setting.
   *
   * @throws IllegalArgumentException naming the setting, never the secret's value
   */
  public BotLogin {
    insist(!botId.isBlank(), "The AI bot's bot-id is empty.");
    insist(!secret.isBlank(), "The AI bot's secret is empty.");
    insist(
        secret.equals(secret.strip()),
        "The AI bot's secret begins or ends with a space or line break.");
    insist(
        "wss".equals(url.getScheme()) && url.getHost() != null,
        "The AI bot's url begins with wss:// and a host, like " + EVERYBODYS);
  }

  private static void insist(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  @Override
  public String toString() {
    return "BotLogin[" + botId + " at " + url + "]";
  }
}
