package io.kouxin.integrations.dingtalk;

import java.net.URI;

/**
 * What opens an internal application of DingTalk, and its robot, to us.
 *
 * @param clientId also called AppKey
 * @param clientSecret also called AppSecret; it leaves this object only in the call for a token and
 *     as a key of signatures
 * @param robotCode of the application's robot; nearly always the client id
 * @param apiUrl where DingTalk's new API is, without a path; another one only for a company's
 *     proxy, an overseas organisation or a test
 * @param oapiUrl where its old API and the session webhooks are, without a path
 */
public record DingTalkAccount(
    String clientId, String clientSecret, String robotCode, URI apiUrl, URI oapiUrl) {
  /** Where the new API is for everybody who has no proxy. */
  public static final URI API = URI.create("https://api.dingtalk.com");

  /** Where the old API is for everybody who has no proxy. */
  public static final URI OAPI = URI.create("https://oapi.dingtalk.com");

  /**
   * Says in clear words what is wrong with a setting. A blank robot code means the client id.
   *
   * @throws IllegalArgumentException naming the setting, never the secret's value
   */
  public DingTalkAccount {
    insistOnWord(clientId, "client-id");
    insistOnWord(clientSecret, "client-secret");
    robotCode = robotCode.isBlank() ? clientId : robotCode;
    insistOnWord(robotCode, "robot-code");
    insistOnAddress(apiUrl, "api-url", API);
    insistOnAddress(oapiUrl, "oapi-url", OAPI);
  }

  /** At DingTalk's own addresses, with the robot that every application has. */
  public DingTalkAccount(String clientId, String clientSecret) {
    this(clientId, clientSecret, "", API, OAPI);
  }

  private static void insistOnWord(String value, String setting) {
    insist(!value.isBlank(), "DingTalk's " + setting + " is empty.");
    insist(
        value.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c)),
        "DingTalk's " + setting + " contains a space or line break.");
  }

  private static void insistOnAddress(URI address, String setting, URI example) {
    insist(
        ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
            && address.getHost() != null,
        "DingTalk's " + setting + " begins with http:// or https:// and a host, like " + example);
    insist(
        (address.getPath().isEmpty() || address.getPath().equals("/"))
            && address.getQuery() == null
            && address.getUserInfo() == null,
        "DingTalk's " + setting + " ends after host and port, like " + example);
  }

  private static void insist(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** The new API's scheme, host and port, without a slash at the end. */
  String api() {
    return base(apiUrl);
  }

  /** The old API's scheme, host and port, without a slash at the end. */
  String oapi() {
    return base(oapiUrl);
  }

  private static String base(URI address) {
    return address.getScheme() + "://" + address.getAuthority();
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "DingTalkAccount[clientId=%s, robotCode=%s, apiUrl=%s, oapiUrl=%s]"
        .formatted(clientId, robotCode, api(), oapi());
  }
}
