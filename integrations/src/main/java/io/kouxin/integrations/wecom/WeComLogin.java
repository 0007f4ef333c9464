package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Login;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Signs members in: inside WeCom without a question (OAuth2, {@code snsapi_base}), elsewhere with
 * WeCom's page of a QR code ({@code wwlogin}). The code becomes a member by {@code
 * auth/getuserinfo}, once, within five minutes.
 */
public final class WeComLogin implements Login {
  /** Where WeCom's own browser is sent. */
  private static final String INSIDE = "https://open.weixin.qq.com";

  /** Where all others are sent. */
  private static final String OUTSIDE = "https://login.work.weixin.qq.com";

  private static final int SPENT = 40029;

  private final WeComApi api;
  private final Optional<URI> pages;

  /**
   * Through this API.
   *
   * @param pages where both of WeCom's pages are instead, for the emulator
   */
  public WeComLogin(WeComApi api, Optional<URI> pages) {
    this.api = api;
    this.pages = pages;
  }

  @Override
  public String name() {
    return WeCom.NAME;
  }

  @Override
  public boolean isOwnBrowser(String userAgent) {
    return WeCom.isOwnBrowser(userAgent);
  }

  @Override
  public URI page(Visit visit) {
    String common =
        "appid=%s&agentid=%d&redirect_uri=%s&state=%s"
            .formatted(
                encoded(api.corpId()),
                api.agentId(),
                encoded(visit.callback().toString()),
                encoded(visit.state()));
    return URI.create(
        visit.inside()
            ? at(INSIDE)
                + "/connect/oauth2/authorize?response_type=code&scope=snsapi_base&"
                + common
                + "#wechat_redirect"
            : at(OUTSIDE) + "/wwlogin/sso/login?login_type=CorpApp&" + common);
  }

  private String at(String host) {
    return pages.map(URI::toString).orElse(host);
  }

  /** OAuth2 asks nothing inside, so that no page of ours has to. */
  @Override
  public Optional<Script> script() {
    return Optional.empty();
  }

  @Override
  public Claim claim(Map<String, String> answer) throws ChannelException {
    String code = answer.getOrDefault("code", "");
    if (code.isBlank() || code.length() > MOST_LETTERS) {
      return new Claim.Spent();
    }
    Answer said = api.get("/cgi-bin/auth/getuserinfo", "code", code);
    if (said.code() == SPENT) {
      return new Claim.Spent();
    }
    if (said.trouble().equals(Optional.of(Trouble.Kind.PERSON))) {
      return new Claim.Outsider();
    }
    said.orThrow();
    String member = said.words("userid");
    return member.isBlank()
        ? new Claim.Outsider()
        : new Claim.Member(member.toLowerCase(Locale.ROOT));
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, UTF_8);
  }
}
