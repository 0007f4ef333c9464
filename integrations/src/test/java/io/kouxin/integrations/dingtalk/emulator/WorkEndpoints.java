package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Work notifications (KB:asynchronous-sending-of-enterprise-session-messages). Over a limit the
 * answer is a success all the same; who did not get it stands in the result, for 24 hours.
 */
final class WorkEndpoints {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final int MOST_BYTES = 2048;
  private static final int MOST_USERS = 100;
  private static final Duration KNOWN = Duration.ofHours(24);
  private static final String DAILY_CAP = "143105";
  private static final String DUPLICATE = "143106";
  private final Company company;
  private final AtomicLong tasks = new AtomicLong(256_271_660_000L);
  private final Map<String, Integer> aDay = new HashMap<>();
  private final Set<String> said = new LinkedHashSet<>();
  private final Map<String, List<Map<String, String>>> forbidden = new HashMap<>();

  WorkEndpoints(Company company) {
    this.company = company;
  }

  synchronized Answer send(ApiCall call) {
    Fields request = call.jsonOrForm();
    if (request.number("agent_id") != company.app().agentId()) {
      throw Refused.old(40056, "不合法的agentid");
    }
    Content content = content(request.object("msg"));
    Set<String> users = recipients(request);
    List<String> delivered = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    List<Map<String, String>> kept = new ArrayList<>();
    for (String user : users) {
      if (company.people().find(user).isEmpty() || company.faults().isInvalid(user)) {
        unknown.add(user);
      } else {
        refusal(user, content, kept, delivered);
      }
    }
    String task = String.valueOf(tasks.incrementAndGet());
    forbidden.put(task, kept);
    List<String> dropped = kept.stream().map(each -> each.getOrDefault("userid", "")).toList();
    Receipt receipt = new Receipt("", delivered, unknown, List.of(), dropped, 0);
    company.keep(task, Route.WORK, content, receipt);
    return Answer.old(Map.of("task_id", Long.parseLong(task)));
  }

  private void refusal(
      String user, Content content, List<Map<String, String>> kept, List<String> delivered) {
    LocalDate day = LocalDate.ofInstant(company.clock().instant(), SHANGHAI);
    String today = day + " " + user;
    if (!said.add(today + " " + content.body())) {
      kept.add(Map.of("code", DUPLICATE, "count", "1", "userid", user));
    } else if (aDay.merge(today, 1, Integer::sum) > company.limits().workADay()) {
      kept.add(Map.of("code", DAILY_CAP, "count", "1", "userid", user));
    } else {
      delivered.add(user);
    }
  }

  private Set<String> recipients(Fields request) {
    List<String> named = split(request.text("userid_list"));
    if (named.size() > MOST_USERS) {
      throw Refused.old(40035, "userid_list超过100");
    }
    Set<String> all = new LinkedHashSet<>(named);
    for (String department : split(request.text("dept_id_list"))) {
      if (!department.matches("\\d{1,18}")) {
        throw Refused.old(40035, "dept_id_list不合法");
      }
      company
          .people()
          .under(Long.parseLong(department))
          .forEach(person -> all.add(person.userId()));
    }
    if (request.text("to_all_user").equals("true")) {
      company.people().all().forEach(person -> all.add(person.userId()));
    }
    if (all.isEmpty()) {
      throw Refused.old(40035, "缺少接收人");
    }
    return all;
  }

  private static List<String> split(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static Content content(Fields msg) {
    String kind = msg.text("msgtype");
    JsonObject json = msg.json();
    if (kind.isEmpty() || !msg.has(kind)) {
      throw Refused.old(40035, "msg不合法");
    }
    if (json.toString().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw Refused.old(101002, "消息过长");
    }
    Fields body = msg.object(kind);
    String text =
        body.text("content")
            + body.text("text")
            + (kind.equals("action_card") ? body.text("markdown") : "");
    return new Content(kind, body.text("title"), text, json);
  }

  synchronized Answer result(ApiCall call) {
    SentMessage sent = task(call.jsonOrForm().text("task_id"));
    List<String> unread =
        sent.receipt().delivered().stream().filter(user -> !sent.readBy().contains(user)).toList();
    Map<String, Object> lists = new HashMap<>();
    lists.put("invalid_user_id_list", sent.receipt().invalid());
    lists.put("forbidden_user_id_list", sent.receipt().dropped());
    lists.put("forbidden_list", forbidden.getOrDefault(sent.id(), List.of()));
    lists.put("failed_user_id_list", List.of());
    lists.put("read_user_id_list", List.copyOf(sent.readBy()));
    lists.put("unread_user_id_list", unread);
    lists.put("invalid_dept_id_list", List.of());
    return Answer.old(Map.of("send_result", lists));
  }

  Answer progress(ApiCall call) {
    task(call.jsonOrForm().text("task_id"));
    return Answer.old(Map.of("progress", Map.of("progress_in_percent", 100, "status", 2)));
  }

  Answer recall(ApiCall call) {
    SentMessage sent = task(call.jsonOrForm().text("msg_task_id"));
    company.messages().change(sent.id(), SentMessage::gone);
    return Answer.old(Map.of());
  }

  private SentMessage task(String id) {
    return company
        .messages()
        .find(id)
        .filter(each -> each.route() == Route.WORK)
        .filter(each -> company.clock().instant().isBefore(each.at().plus(KNOWN)))
        .orElseThrow(() -> Refused.old(33008, "不合法的task_id"));
  }
}
