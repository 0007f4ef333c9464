package io.kouxin.integrations.wecom;

import java.net.URI;

/**
 * What opens a self-built application of WeCom to us.
 *
 * @param corpId of the company, as its administration page shows it
 * @param agentId of the application
 * @param secret of the application; it leaves this object only in the call for a token
 * @param baseUrl where WeCom's API is, without a path; another one only for a proxy of the company
 *     or a test
 */
public record WeComAccess(String corpId, int agentId, String secret, URI baseUrl) {
  /** Where WeCom is for everybody who has no proxy. */
  public static final URI EVERYBODYS = URI.create("https://qyapi.weixin.qq.com");

  /**
   * Says in clear words what is wrong with a setting.
   *
   * @throws IllegalArgumentException naming the setting, never the secret's value
   */
  public WeComAccess {
    insist(!corpId.isBlank(), "WeCom's corp-id is empty.");
    insist(agentId > 0, "WeCom's agent-id is a positive number, and this is " + agentId + ".");
    insist(!secret.isBlank(), "WeCom's secret is empty.");
    insist(
        secret.equals(secret.strip()), "WeCom's secret begins or ends with a space or line break.");
    insist(
        ("https".equals(baseUrl.getScheme()) || "http".equals(baseUrl.getScheme()))
            && baseUrl.getHost() != null,
        "WeCom's base-url begins with http:// or https:// and a host, like " + EVERYBODYS);
    insist(
        (baseUrl.getPath().isEmpty() || baseUrl.getPath().equals("/"))
            && baseUrl.getQuery() == null
            && baseUrl.getUserInfo() == null,
        "WeCom's base-url ends after host and port, like " + EVERYBODYS);
  }

  /** At WeCom's own address. */
  public WeComAccess(String corpId, int agentId, String secret) {
    this(corpId, agentId, secret, EVERYBODYS);
  }

  /** Scheme, host and port, without a slash at the end. */
  String base() {
    String port = baseUrl.getPort() < 0 ? "" : ":" + baseUrl.getPort();
    return baseUrl.getScheme() + "://" + baseUrl.getHost() + port;
  }

  private static void insist(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  @Override
  public String toString() {
    return "WeComAccess[corpId=%s, agentId=%d, baseUrl=%s]".formatted(corpId, agentId, base());
  }
}
