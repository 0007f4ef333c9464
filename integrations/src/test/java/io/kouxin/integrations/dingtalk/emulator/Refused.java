package io.kouxin.integrations.dingtalk.emulator;

import java.util.Map;

/**
 * The platform does not do it, and says so in one of its two manners (KB:server-api-error-codes-1).
 */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Answer answer;

  private Refused(String reason, Answer answer) {
    super(reason);
    this.answer = answer;
  }

  /** The new manner: an HTTP status and a code in words. */
  static Refused modern(int status, String code, String message) {
    Map<String, String> body =
        Map.of("code", code, "requestid", EmulatorConfig.letters(16), "message", message);
    return new Refused(code, Answer.json(status, body));
  }

  /** The new manner, with HTTP 400 as nearly always. */
  static Refused bad(String code, String message) {
    return modern(400, code, message);
  }

  /** The old manner: HTTP 200 and a number. */
  static Refused old(int errcode, String message) {
    Map<String, Object> body =
        Map.of("errcode", errcode, "errmsg", message, "request_id", EmulatorConfig.letters(12));
    return new Refused(String.valueOf(errcode), Answer.json(200, body));
  }

  /** No token, or none that is good: HTTP 400 and not 401; and 40014. */
  static Refused token(boolean newKind) {
    return newKind
        ? bad("InvalidAuthentication", "不合法的access_token")
        : old(40014, "不合法的access_token");
  }

  /** Too many calls of one path within a second. */
  static Refused qps(boolean newKind) {
    String message = "您的企业应用调用钉钉开放平台当前接口的所有请求都被暂时禁用了";
    return newKind
        ? modern(403, "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", message)
        : old(90018, message);
  }

  /** The calls of the month are used up. */
  static Refused quota(boolean newKind) {
    String message = "您的企业当月API调用量已用完";
    return newKind
        ? modern(403, "Forbidden.AccessDenied.ApiCountLimitForOrg", message)
        : old(90020, message);
  }

  Answer answer() {
    return answer;
  }
}
