package io.kouxin.integrations.dingtalk.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Session webhooks and custom robots: HTTP 200 whatever happens, and an errcode. */
final class WebhookEndpoints {
  private static final Duration SKEW = Duration.ofHours(1);
  private final Company company;
  private final Map<String, String> uuids = new ConcurrentHashMap<>();

  WebhookEndpoints(Company company) {
    this.company = company;
  }

  Answer session(ApiCall call) {
    Sessions.Session session =
        company
            .sessions()
            .find(call.query("session"))
            .orElseThrow(() -> Refused.old(300001, "session 不存在"));
    Content content = WebhookRules.accepted(call);
    meter();
    company.keep(company.nextId("s"), Route.SESSION, content, company.receipt(session));
    return Answer.old(Map.of());
  }

  Answer custom(ApiCall call) {
    CustomRobot robot =
        company
            .groups()
            .robot(call.query("access_token"))
            .orElseThrow(() -> Refused.old(300005, "token is not exist"));
    checkSign(call, robot);
    Content content = WebhookRules.accepted(call);
    if (!robot.admits(content.title() + content.text())) {
      throw Refused.old(310000, "keywords not in content");
    }
    String uuid = call.json().text("msgUuid");
    String before = uuid.isEmpty() ? null : uuids.get(uuid);
    if (before != null) {
      company.messages().change(before, SentMessage::mergedOnceMore);
      return Answer.old(Map.of());
    }
    Group group = alive(robot);
    if (!company.admitsWebhook(robot.accessToken())) {
      throw Refused.old(130101, "send too fast, exceed 20 times per minute");
    }
    meter();
    Receipt receipt = Receipt.in(group.id(), group.members());
    SentMessage sent = company.keep(company.nextId("w"), Route.WEBHOOK, content, receipt);
    if (!uuid.isEmpty()) {
      uuids.put(uuid, sent.id());
    }
    return Answer.old(Map.of());
  }

  private Group alive(CustomRobot robot) {
    return company
        .groups()
        .find(robot.group())
        .filter(each -> !each.disbanded())
        .orElseThrow(() -> Refused.old(400013, "群已被解散"));
  }

  private void checkSign(ApiCall call, CustomRobot robot) {
    if (robot.secret().isEmpty()) {
      return;
    }
    String timestamp = call.query("timestamp");
    boolean signed =
        timestamp.matches("\\d{13}")
            && Signatures.ofRobot(timestamp, robot.secret()).equals(call.query("sign"));
    if (!signed) {
      throw Refused.old(310000, "sign not match");
    }
    Instant at = Instant.ofEpochMilli(Long.parseLong(timestamp));
    if (Duration.between(at, company.clock().instant()).abs().compareTo(SKEW) > 0) {
      throw Refused.old(310000, "invalid timestamp");
    }
  }

  /** What a webhook says when the month is used up is not published; this is the API's number. */
  private void meter() {
    if (!company.quota().admitsMessage()) {
      throw Refused.quota(false);
    }
  }
}
