package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** DING: in the app, by SMS or by telephone (KB:robot-sends-nail-message). */
final class DingEndpoints {
  private static final int IN_APP = 1;
  private static final int MOST_IN_APP = 200;
  private static final int MOST_OUTSIDE = 20;
  private final Company company;

  DingEndpoints(Company company) {
    this.company = company;
  }

  Answer send(ApiCall call) {
    Fields request = call.json();
    checkRobot(request);
    List<String> users = request.texts("receiverUserIdList");
    if (users.isEmpty()) {
      throw Refused.bad("miss.staffId", "缺少接收人");
    }
    long type = request.number("remindType");
    if (users.size() > (type == IN_APP ? MOST_IN_APP : MOST_OUTSIDE)) {
      throw Refused.bad("ding.receivercount.limit", "接收人数超过限制");
    }
    if (type != IN_APP) {
      // SMS and telephone need a pack that has to be bought; this company has none.
      throw Refused.bad("ding.serverquota.insufficient", "DING余额不足");
    }
    List<String> delivered = new ArrayList<>();
    Map<String, String> failed = new LinkedHashMap<>();
    for (String user : users) {
      if (company.people().find(user).isPresent() && !company.faults().isInvalid(user)) {
        delivered.add(user);
      } else {
        failed.put(user, "用户不存在");
      }
    }
    return kept(request, delivered, failed);
  }

  private Answer kept(Fields request, List<String> delivered, Map<String, String> failed) {
    JsonObject body = request.json();
    Content content = new Content("text", "", request.text("content"), body);
    List<String> unknown = List.copyOf(failed.keySet());
    String id = company.nextId("d");
    company.keep(
        id, Route.DING, content, new Receipt("", delivered, unknown, List.of(), List.of(), 0));
    return Answer.ok(Map.of("openDingId", id, "failedList", failed));
  }

  Answer recall(ApiCall call) {
    Fields request = call.json();
    checkRobot(request);
    String id = request.text("openDingId");
    company
        .messages()
        .find(id)
        .filter(each -> each.route() == Route.DING)
        .orElseThrow(() -> Refused.bad("invalid.openDingId", "无效的openDingId"));
    company.messages().change(id, SentMessage::gone);
    return Answer.ok(Map.of("openDingId", id));
  }

  private void checkRobot(Fields request) {
    if (!request.text("robotCode").equals(company.app().robotCode())) {
      throw Refused.bad("invalid.chatbotId", "无效的机器人");
    }
  }
}
