package io.kouxin.integrations.wecom.emulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Pages that ask who somebody is, what their codes mean, and tickets for other pages. */
final class SignInEndpoints {
  static final String INSIDE = "/connect/oauth2/authorize";
  static final String OUTSIDE = "/wwlogin/sso/login";

  private final EmulatedCorp corp;

  SignInEndpoints(EmulatedCorp corp) {
    this.corp = corp;
  }

  static boolean isPage(String path) {
    return path.equals(INSIDE) || path.equals(OUTSIDE);
  }

  /** Inside nobody is asked; on the QR code's page one chooses who scans it. */
  Answer page(ApiCall call) {
    String back = call.query("redirect_uri");
    if (!call.query("appid").equals(corp.app().corpId()) || !back.matches("https?://[^/]+/.*")) {
      return html(400, "<p>appid 或 redirect_uri 参数错误 (50001)</p>");
    }
    Optional<String> owner = corp.signIn().owner();
    if (call.path().equals(INSIDE) && owner.isPresent()) {
      return Answer.of(302, "text/html; charset=UTF-8", new byte[0])
          .with("Location", back(call, owner.get()));
    }
    var page = new StringBuilder("<h1>企业微信登录</h1>");
    corp.people().all().forEach(each -> page.append(link(call, each.userId(), each.name())));
    return html(200, page.append(link(call, SignIn.OUTSIDER, "别的企业的人")).toString());
  }

  private String link(ApiCall call, String user, String name) {
    return "<p><a id=\"as-%s\" href=\"%s\">%s</a></p>"
        .formatted(user, back(call, user).replace("&", "&amp;"), name);
  }

  private String back(ApiCall call, String user) {
    String back = call.query("redirect_uri");
    return "%s%scode=%s&state=%s"
        .formatted(
            back,
            back.contains("?") ? "&" : "?",
            corp.signIn().code(user),
            URLEncoder.encode(call.query("state"), StandardCharsets.UTF_8));
  }

  private static Answer html(int status, String body) {
    String page = "<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\"><body>" + body;
    return Answer.of(status, "text/html; charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
  }

  Answer userInfo(ApiCall call) {
    String user =
        corp.signIn().redeem(call.query("code")).orElseThrow(Errcode.INVALID_CODE::refusal);
    Map<String, Object> says = new LinkedHashMap<>();
    corp.people()
        .find(user)
        .ifPresentOrElse(
            member -> {
              says.put("userid", member.userId());
              says.put("user_ticket", corp.signIn().userTicket(member.userId()));
            },
            () -> {
              says.put("openid", "o" + EmulatorConfig.letters(27));
              says.put("external_userid", "wm" + EmulatorConfig.letters(30));
            });
    return Answer.ok(says);
  }

  Answer userDetail(ApiCall call) {
    String user =
        corp.signIn()
            .behind(call.json().text("user_ticket"))
            .orElseThrow(Errcode.INVALID_CODE::refusal);
    return Answer.ok(Map.of("userid", user, "gender", "0", "avatar", "", "qr_code", ""));
  }

  /** For {@code config}, and for {@code agentConfig} where its type is asked for. */
  Answer ticket(ApiCall call) {
    String type = call.query("type");
    if (call.path().endsWith("ticket/get") && !type.equals("agent_config")) {
      throw Errcode.INVALID_PARAMETER.refusal();
    }
    String ticket = corp.signIn().ticket().orElseThrow(Errcode.TOO_OFTEN::refusal);
    return Answer.ok(Map.of("ticket", ticket, "expires_in", Tokens.LIFE.toSeconds()));
  }
}
