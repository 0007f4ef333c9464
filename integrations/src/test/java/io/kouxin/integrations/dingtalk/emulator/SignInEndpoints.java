package io.kouxin.integrations.dingtalk.emulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens of the application and of people, and the ticket for pages (sections of KB:api-gettoken).
 */
final class SignInEndpoints {
  private final Company company;

  SignInEndpoints(Company company) {
    this.company = company;
  }

  Answer accessToken(ApiCall call) {
    Fields request = call.json();
    if (!isApp(request.text("appKey"), request.text("appSecret"))) {
      throw Refused.bad("invalidClientIdOrSecret", "无效的clientId或者clientSecret");
    }
    return Answer.ok(
        Map.of("accessToken", company.tokens().issue(), "expireIn", Tokens.LIFE.toSeconds()));
  }

  Answer unifiedToken(ApiCall call) {
    Fields request = call.json();
    boolean known =
        isApp(request.text("client_id"), request.text("client_secret"))
            && call.segment(2).equals(company.app().corpId());
    if (!known) {
      throw Refused.bad("invalid.client", "无效的client");
    }
    return Answer.ok(
        Map.of("access_token", company.tokens().issue(), "expires_in", Tokens.LIFE.toSeconds()));
  }

  Answer oldToken(ApiCall call) {
    if (!isApp(call.query("appkey"), call.query("appsecret"))) {
      throw Refused.old(40089, "不合法的corpid或corpsecret");
    }
    return Answer.old(
        Map.of("access_token", company.tokens().issue(), "expires_in", Tokens.LIFE.toSeconds()));
  }

  private boolean isApp(String id, String secret) {
    return id.equals(company.app().clientId()) && secret.equals(company.app().clientSecret());
  }

  Answer userAccessToken(ApiCall call) {
    Fields request = call.json();
    if (!isApp(request.text("clientId"), request.text("clientSecret"))) {
      throw Refused.bad("invalidClientIdOrSecret", "无效的clientId或者clientSecret");
    }
    boolean refresh = request.text("grantType").equals("refresh_token");
    String user =
        (refresh
                ? company.signIn().redeemRefresh(request.text("refreshToken"))
                : company.signIn().redeem(request.text("code")))
            .orElseThrow(() -> Refused.bad("invalidParameter.authCode.notFound", "不合法的临时授权码"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("accessToken", company.signIn().token(user));
    answer.put("refreshToken", company.signIn().refresh(user));
    answer.put("expireIn", Tokens.LIFE.toSeconds());
    answer.put("corpId", company.app().corpId());
    return Answer.ok(answer);
  }

  /** With the token of the person, not of the application. */
  Answer contact(ApiCall call) {
    Person person =
        company
            .signIn()
            .owner(call.header("x-acs-dingtalk-access-token"))
            .flatMap(this::person)
            .orElseThrow(() -> Refused.token(true));
    String asked = call.segment(3);
    if (!asked.equals("me") && !asked.equals(person.unionId())) {
      throw Refused.modern(403, "Forbidden.AccessDenied.AccessTokenPermissionDenied", "没有调用该接口的权限");
    }
    return Answer.ok(
        Map.of("nick", person.name(), "unionId", person.unionId(), "openId", "o" + asked));
  }

  private Optional<Person> person(String owner) {
    return owner.equals(SignIn.OUTSIDER)
        ? Optional.of(Person.outside(owner))
        : company.people().find(owner);
  }

  /** The page that asks: here one chooses who agrees. */
  Answer page(ApiCall call) {
    String back = call.query("redirect_uri");
    if (!call.query("client_id").equals(company.app().clientId())
        || !back.matches("https?://[^/]+/.*")) {
      return html(400, "<p>client_id 或 redirect_uri 不合法</p>");
    }
    var page = new StringBuilder("<h1>钉钉登录</h1>");
    company.people().all().stream()
        .filter(each -> !each.isOutside())
        .forEach(each -> page.append(link(call, each.userId(), each.name())));
    return html(200, page.append(link(call, SignIn.OUTSIDER, "别的企业的人")).toString());
  }

  private String link(ApiCall call, String user, String name) {
    String back = call.query("redirect_uri");
    String address =
        "%s%sauthCode=%s&amp;state=%s"
            .formatted(
                back,
                back.contains("?") ? "&amp;" : "?",
                company.signIn().code(user),
                URLEncoder.encode(call.query("state"), StandardCharsets.UTF_8));
    return "<p><a id=\"as-%s\" href=\"%s\">%s</a></p>".formatted(user, address, name);
  }

  private static Answer html(int status, String body) {
    String page = "<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\"><body>" + body;
    return Answer.of(status, "text/html; charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
  }

  Answer userInfo(ApiCall call) {
    String user =
        company
            .signIn()
            .redeem(call.jsonOrForm().text("code"))
            .orElseThrow(() -> Refused.old(40078, "不存在的临时授权码"));
    Person person = company.people().find(user).orElseThrow(() -> Refused.old(60121, "找不到该用户"));
    Map<String, Object> result =
        Map.of(
            "userid", person.userId(),
            "unionid", person.unionId(),
            "name", person.name(),
            "sys", false,
            "sys_level", 0);
    return Answer.old(Map.of("result", result));
  }

  Answer ticket(ApiCall call) {
    return Answer.ok(
        Map.of("jsapiTicket", EmulatorConfig.letters(32), "expireIn", Tokens.LIFE.toSeconds()));
  }
}
