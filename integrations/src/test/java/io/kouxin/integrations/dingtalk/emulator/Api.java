package io.kouxin.integrations.dingtalk.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The platform's paths: counted, then faults, then token, pace and quota, then answered. {@code
 * api} and {@code oapi} are one server, for their paths never meet.
 */
final class Api {
  private final Company company;
  private final TodoEndpoints todo;
  private final GatewayEndpoint gateway;
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();

  /** What is asked of a caller before it gets an answer. */
  private enum Access {
    /** A token, the pace of one path, and the quota of the month. */
    TOKEN,
    /** The pace only. */
    OPEN,
    /** Nothing here: the path has rules of its own. */
    OWN
  }

  private record Endpoint(Pattern where, Access access, Function<ApiCall, Answer> work) {}

  Api(Company company, HttpPushes callbacks) {
    this.company = company;
    signingIn(new SignInEndpoints(company));
    webhooks(new WebhookEndpoints(company));
    robot(new RobotEndpoints(company), new DingEndpoints(company));
    cards(new CardEndpoints(company));
    files(new FileEndpoints(company));
    directory(new DirectoryEndpoints(company));
    work(new WorkEndpoints(company));
    todo = new TodoEndpoints(company);
    on("POST /v1.0/todo/users/{}/tasks", Access.TOKEN, todo::create);
    on("PUT /v1.0/todo/users/{}/tasks/{}/executorStatus", Access.TOKEN, todo::status);
    gateway = new GatewayEndpoint(callbacks.sender());
    on("POST /v1.0/gateway/connections/open", Access.OPEN, gateway::open);
    on("GET /call_back/get_call_back_failed_result", Access.TOKEN, callbacks::failed);
  }

  private void signingIn(SignInEndpoints signIn) {
    on("POST /v1.0/oauth2/accessToken", Access.OPEN, signIn::accessToken);
    on("POST /v1.0/oauth2/userAccessToken", Access.OPEN, signIn::userAccessToken);
    on("POST /v1.0/oauth2/jsapiTickets", Access.TOKEN, signIn::ticket);
    on("POST /v1.0/oauth2/{}/token", Access.OPEN, signIn::unifiedToken);
    on("GET /oauth2/auth", Access.OWN, signIn::page);
    on("GET /gettoken", Access.OPEN, signIn::oldToken);
    on("GET /v1.0/contact/users/{}", Access.OPEN, signIn::contact);
    on("POST /topapi/v2/user/getuserinfo", Access.TOKEN, signIn::userInfo);
  }

  private void webhooks(WebhookEndpoints webhooks) {
    on("POST /robot/sendBySession", Access.OWN, webhooks::session);
    on("POST /robot/send", Access.OWN, webhooks::custom);
  }

  private void robot(RobotEndpoints robot, DingEndpoints ding) {
    on("POST /v1.0/robot/oToMessages/batchSend", Access.TOKEN, robot::batchSend);
    on("GET /v1.0/robot/oToMessages/readStatus", Access.TOKEN, robot::readStatus);
    on("POST /v1.0/robot/otoMessages/batchRecall", Access.TOKEN, robot::recall);
    on("POST /v1.0/robot/groupMessages/send", Access.TOKEN, robot::groupSend);
    on("POST /v1.0/robot/groupMessages/query", Access.TOKEN, robot::groupQuery);
    on("POST /v1.0/robot/groupMessages/recall", Access.TOKEN, robot::groupRecall);
    on("POST /v1.0/robot/ding/send", Access.TOKEN, ding::send);
    on("POST /v1.0/robot/ding/recall", Access.TOKEN, ding::recall);
  }

  private void cards(CardEndpoints cards) {
    on("POST /v1.0/card/instances/createAndDeliver", Access.TOKEN, cards::createAndDeliver);
    on("POST /v1.0/card/instances/deliver", Access.TOKEN, cards::deliver);
    on("POST /v1.0/card/instances", Access.TOKEN, cards::create);
    on("PUT /v1.0/card/instances", Access.TOKEN, cards::update);
    on("PUT /v1.0/card/streaming", Access.TOKEN, cards::stream);
    on("POST /v1.0/card/callbacks/register", Access.TOKEN, cards::register);
  }

  private void files(FileEndpoints files) {
    on("POST /v1.0/robot/messageFiles/download", Access.TOKEN, files::download);
    on("GET /files/{}", Access.OWN, files::bytes);
    on("POST /media/upload", Access.TOKEN, files::upload);
  }

  private void directory(DirectoryEndpoints directory) {
    on("GET /auth/scopes", Access.TOKEN, directory::scopes);
    on("POST /topapi/v2/user/get", Access.TOKEN, directory::user);
    on("POST /topapi/v2/user/list", Access.TOKEN, directory::users);
    on("POST /topapi/user/listsimple", Access.TOKEN, directory::names);
    on("POST /topapi/user/listid", Access.TOKEN, directory::userIds);
    on("POST /topapi/user/getbyunionid", Access.TOKEN, directory::byUnionId);
    on("POST /topapi/v2/department/get", Access.TOKEN, directory::department);
    on("POST /topapi/v2/department/listsub", Access.TOKEN, directory::below);
    on("POST /topapi/v2/department/listsubid", Access.TOKEN, directory::idsBelow);
  }

  private void work(WorkEndpoints work) {
    String prefix = "POST /topapi/message/corpconversation/";
    on(prefix + "asyncsend_v2", Access.TOKEN, work::send);
    on(prefix + "getsendresult", Access.TOKEN, work::result);
    on(prefix + "getsendprogress", Access.TOKEN, work::progress);
    on(prefix + "recall", Access.TOKEN, work::recall);
  }

  private void on(String where, Access access, Function<ApiCall, Answer> work) {
    Pattern pattern = Pattern.compile(where.replace(".", "\\.").replace("{}", "[^/]+"));
    endpoints.add(new Endpoint(pattern, access, work));
  }

  Answer answer(ApiCall call) {
    calls.computeIfAbsent(call.path(), each -> new LongAdder()).increment();
    return company.faults().apply(call, () -> answerOrRefuse(call));
  }

  private Answer answerOrRefuse(ApiCall call) {
    try {
      Endpoint endpoint = endpoint(call);
      admit(call, endpoint.access());
      return endpoint.work().apply(call);
    } catch (Refused refused) {
      refusals
          .computeIfAbsent(String.valueOf(refused.getMessage()), code -> new LongAdder())
          .increment();
      return refused.answer();
    } catch (IllegalArgumentException e) {
      // A parameter that nobody could read: a broken %-code or address.
      return (call.isNewKind() ? Refused.bad("param.error", "参数不合法") : Refused.old(40035, "不合法的参数"))
          .answer();
    }
  }

  private Endpoint endpoint(ApiCall call) {
    String where = call.method() + " " + call.path();
    return endpoints.stream()
        .filter(each -> each.where().matcher(where).matches())
        .findFirst()
        .orElseThrow(
            () ->
                call.isNewKind()
                    ? Refused.modern(404, "InvalidAction.NotFound", "接口不存在")
                    : Refused.old(22, "不合法的ApiName"));
  }

  private void admit(ApiCall call, Access access) {
    boolean newKind = call.isNewKind();
    String token =
        newKind ? call.header("x-acs-dingtalk-access-token") : call.query("access_token");
    if (access == Access.TOKEN && !company.tokens().isValid(token)) {
      throw Refused.token(newKind);
    }
    if (access != Access.OWN && !company.admitsCall(call.path())) {
      throw Refused.qps(newKind);
    }
    if (access == Access.TOKEN && !company.quota().admitsCall(call.path())) {
      throw Refused.quota(newKind);
    }
  }

  GatewayEndpoint gateway() {
    return gateway;
  }

  List<Todo> todos() {
    return todo.all();
  }

  long calls(String path) {
    LongAdder count = calls.get(path);
    return count == null ? 0 : count.sum();
  }

  /** Path to how often it was called. */
  Map<String, Long> calls() {
    return sums(calls);
  }

  /** Code to how often it was the answer. */
  Map<String, Long> refusals() {
    return sums(refusals);
  }

  private static Map<String, Long> sums(Map<String, LongAdder> adders) {
    Map<String, Long> counts = new TreeMap<>();
    adders.forEach((name, count) -> counts.put(name, count.sum()));
    return counts;
  }
}
