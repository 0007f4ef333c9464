package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Login;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;

/**
 * Signs people in: inside DingTalk by a script that asks for a code ({@code requestAuthCode}, then
 * {@code topapi/v2/user/getuserinfo}), elsewhere with DingTalk's page (its {@code authCode} becomes
 * the person's own token, and that their unionid). Codes work once, within five minutes.
 */
public final class DingTalkLogin implements Login {
  /** Where DingTalk's page is for everybody. */
  public static final URI PAGES = URI.create("https://login.dingtalk.com");

  private final DingTalkApi api;
  private final DingTalkPages pages;

  /** Through this API, with these pages. */
  public DingTalkLogin(DingTalkApi api, DingTalkPages pages) {
    this.api = api;
    this.pages = pages;
  }

  @Override
  public String name() {
    return DingTalk.NAME;
  }

  @Override
  public boolean isOwnBrowser(String userAgent) {
    return DingTalk.isOwnBrowser(userAgent);
  }

  @Override
  public URI page(Visit visit) {
    String query =
        "response_type=code&scope=openid&prompt=consent&client_id=%s&redirect_uri=%s&state=%s"
            .formatted(
                encoded(api.account().clientId()),
                encoded(visit.callback().toString()),
                encoded(visit.state()));
    return URI.create(pages.login() + "/oauth2/auth?" + query);
  }

  /** Only where the company's id is known. */
  @Override
  public Optional<Script> script() {
    return pages.company().isBlank()
        ? Optional.empty()
        : Optional.of(
            new Script(
                DingTalkPages.SCRIPT,
                Map.of("company", pages.company(), "client", api.account().clientId())));
  }

  @Override
  public Claim claim(Map<String, String> answer) throws ChannelException {
    String outside = answer.getOrDefault("authCode", "");
    String inside = answer.getOrDefault("code", "");
    String code = outside.isBlank() ? inside : outside;
    if (code.isBlank() || code.length() > MOST_LETTERS) {
      return new Claim.Spent();
    }
    return outside.isBlank() ? colleague(code) : somebody(code);
  }

  /** The code of a script comes from our company's app. */
  private Claim colleague(String code) throws ChannelException {
    return member(ask("/topapi/v2/user/getuserinfo", "code", code));
  }

  /** The code of the page may be of anybody on DingTalk. */
  private Claim somebody(String code) throws ChannelException {
    Answer token = api.personal(code);
    if (token.is(Trouble.Kind.CONTENT)) {
      return new Claim.Spent();
    }
    String personal = token.orThrow().said("accessToken").orElseThrow(Transport::foreign);
    String person = api.owner(personal).orThrow().said("unionId").orElseThrow(Transport::foreign);
    return member(ask("/topapi/user/getbyunionid", "unionid", person));
  }

  private Answer ask(String path, String name, String value) throws ChannelException {
    var question = new JsonObject();
    question.addProperty(name, value);
    return api.contacts(path, question);
  }

  private static Claim member(Answer answer) throws ChannelException {
    if (answer.is(Trouble.Kind.PERSON)) {
      return new Claim.Outsider();
    }
    if (answer.is(Trouble.Kind.CONTENT)) {
      return new Claim.Spent();
    }
    Fields person = answer.orThrow().object("result");
    // 1 is a contact outside of the company.
    boolean colleague = person.number("contact_type").orElse(0) == 0;
    return person
        .said("userid")
        .filter(id -> colleague)
        .<Claim>map(Claim.Member::new)
        .orElseGet(Claim.Outsider::new);
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, UTF_8);
  }
}
