package io.kouxin.integrations.dingtalk.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The robot speaks to people and groups by itself (KB:robot-reply-and-send-messages). */
final class RobotEndpoints {
  private static final int MOST_IDS = 20;
  private static final Duration KNOWN = Duration.ofHours(24);
  private final Company company;
  private final SampleRules rules;

  RobotEndpoints(Company company) {
    this.company = company;
    this.rules = new SampleRules(company.media());
  }

  Answer batchSend(ApiCall call) {
    Fields request = robots(call.json());
    List<String> users = request.texts("userIds");
    if (users.isEmpty()) {
      throw Refused.bad("miss.param.userIds", "缺少参数 userIds");
    }
    if (users.size() > MOST_IDS) {
      throw Refused.bad("invalidParameter.userIds.overMax", "userIds超过最大值");
    }
    Content content = rules.accepted(request);
    Receipt receipt = receipt(users);
    String key = company.nextId("pqk");
    company.keep(key, Route.BATCH, content, receipt);
    return Answer.ok(
        Map.of(
            "processQueryKey", key,
            "invalidStaffIdList", receipt.invalid(),
            "flowControlledStaffIdList", receipt.slowed()));
  }

  private Receipt receipt(List<String> users) {
    List<String> invalid = new ArrayList<>();
    List<String> slowed = new ArrayList<>();
    List<String> delivered = new ArrayList<>();
    for (String user : users.stream().distinct().toList()) {
      if (company.faults().isInvalid(user) || company.people().find(user).isEmpty()) {
        invalid.add(user);
      } else if (company.faults().isSlowed(user) || !company.admitsPerson(user)) {
        slowed.add(user);
      } else {
        delivered.add(user);
      }
    }
    if (delivered.isEmpty() && slowed.isEmpty()) {
      throw Refused.bad("staffId.notExisted", "用户不存在");
    }
    return new Receipt("", delivered, invalid, slowed, List.of(), 0);
  }

  /** The same request, if it names this robot. */
  private Fields robots(Fields request) {
    checkRobot(request.text("robotCode"));
    return request;
  }

  private void checkRobot(String robotCode) {
    if (robotCode.isEmpty()) {
      throw Refused.bad("invalidParameter.robotCode.empty", "robotCode为空");
    }
    if (!robotCode.equals(company.app().robotCode())) {
      throw Refused.bad("robot.oto.notExist", "机器人不存在");
    }
  }

  Answer readStatus(ApiCall call) {
    checkRobot(call.query("robotCode"));
    SentMessage sent =
        known(call.query("processQueryKey"), Route.BATCH)
            .orElseThrow(() -> Refused.bad("processQueryKey.expireTime", "processQueryKey已过期"));
    List<Map<String, String>> people =
        sent.receipt().delivered().stream().map(user -> read(sent, user)).toList();
    return Answer.ok(
        Map.of(
            "sendStatus", sent.recalled() ? "RECALLED" : "SUCCESS", "messageReadInfoList", people));
  }

  private Map<String, String> read(SentMessage sent, String user) {
    return Map.of(
        "userId",
        user,
        "name",
        company.people().find(user).map(Person::name).orElse(""),
        "readStatus",
        sent.readBy().contains(user) ? "READ" : "UNREAD");
  }

  Answer recall(ApiCall call) {
    return recalled(robots(call.json()), Route.BATCH);
  }

  private Answer recalled(Fields request, Route route) {
    List<String> keys = request.texts("processQueryKeys");
    if (keys.isEmpty() || keys.size() > MOST_IDS) {
      throw Refused.bad("invalid.processQueryKey", "processQueryKeys不合法");
    }
    List<String> done = new ArrayList<>();
    Map<String, String> failed = new LinkedHashMap<>();
    for (String key : keys) {
      known(key, route)
          .ifPresentOrElse(sent -> done.add(key), () -> failed.put(key, "processQueryKey不存在"));
    }
    if (done.isEmpty()) {
      throw Refused.bad("invalid.processQueryKey", "processQueryKey不合法");
    }
    done.forEach(key -> company.messages().change(key, SentMessage::gone));
    return Answer.ok(Map.of("successResult", done, "failedResult", failed));
  }

  private Optional<SentMessage> known(String key, Route route) {
    return company
        .messages()
        .find(key)
        .filter(each -> each.route() == route)
        .filter(each -> company.clock().instant().isBefore(each.at().plus(KNOWN)));
  }

  Answer groupSend(ApiCall call) {
    Fields request = robots(call.json());
    Group group = group(request);
    Content content = rules.accepted(request);
    String key = company.nextId("g");
    company.keep(key, Route.GROUP, content, Receipt.in(group.id(), group.members()));
    return Answer.ok(Map.of("processQueryKey", key));
  }

  private Group group(Fields request) {
    Group group =
        company
            .groups()
            .find(request.text("openConversationId"))
            .orElseThrow(() -> Refused.bad("invalid.openConversationId", "无效的openConversationId"));
    if (group.disbanded()) {
      throw Refused.bad("group.disbanded", "群已解散");
    }
    return group;
  }

  Answer groupQuery(ApiCall call) {
    Fields request = robots(call.json());
    group(request);
    SentMessage sent =
        known(request.text("processQueryKey"), Route.GROUP)
            .orElseThrow(() -> Refused.bad("processQueryKey.expireTime", "processQueryKey已过期"));
    return Answer.ok(
        Map.of(
            "sendStatus",
            sent.recalled() ? "RECALLED" : "SUCCESS",
            "readUserIds",
            List.copyOf(sent.readBy()),
            "hasMore",
            false));
  }

  Answer groupRecall(ApiCall call) {
    Fields request = robots(call.json());
    group(request);
    return recalled(request, Route.GROUP);
  }
}
