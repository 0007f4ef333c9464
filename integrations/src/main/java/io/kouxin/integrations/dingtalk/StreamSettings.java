package io.kouxin.integrations.dingtalk;

import java.time.Duration;

/**
 * What a {@link DingTalkStream} has to know.
 *
 * @param clientId the application's Client ID, also called AppKey
 * @param clientSecret its secret; never logged
 * @param apiUrl where {@code open} is called: {@link #DINGTALK}, or an emulator
 * @param silence after which time without any frame a connection counts as dead. DingTalk promises
 *     no rhythm of pings; bots in the field use one minute. {@link #SILENCE} is twice that: an idle
 *     night costs at most one call of {@code open} in two minutes, and as the new connection opens
 *     before the old one closes, a false alarm loses nothing
 */
public record StreamSettings(
    String clientId, String clientSecret, String apiUrl, Duration silence) {
  /** DingTalk itself. */
  public static final String DINGTALK = "https://api.dingtalk.com";

  /** The usual patience. */
  public static final Duration SILENCE = Duration.ofMinutes(2);

  /** With DingTalk itself and the usual patience. */
  public static StreamSettings of(String clientId, String clientSecret) {
    return new StreamSettings(clientId, clientSecret, DINGTALK, SILENCE);
  }

  @Override
  public String toString() {
    return "StreamSettings[" + clientId + " at " + apiUrl + ", silence " + silence + "]";
  }
}
