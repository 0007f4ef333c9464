package io.kouxin.integrations.wecom.emulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** The platform's paths below {@code /cgi-bin}: counted, then faults, then token, then answered. */
final class Api {
  static final String PREFIX = "/cgi-bin/";

  /** What needs no token: a bot's address is its own. */
  private static final Set<String> OPEN =
      Set.of(PREFIX + "gettoken", PREFIX + "aibot/response", PREFIX + GroupRobots.PATH);

  private final EmulatedCorp corp;
  private final Map<String, Function<ApiCall, Answer>> endpoints = new HashMap<>();
  private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();

  Api(EmulatedCorp corp) {
    this.corp = corp;
    SendEndpoints send = new SendEndpoints(corp);
    MediaEndpoints media = new MediaEndpoints(corp);
    PeopleEndpoints people = new PeopleEndpoints(corp);
    on("gettoken", this::token);
    on("message/send", send::send);
    on("message/recall", send::recall);
    on("message/update_template_card", new CardEndpoint(corp)::update);
    on(GroupRobots.PATH, corp.groupRobots()::say);
    on("media/get", media::get);
    on("media/upload", media::upload);
    on("agent/get", people::application);
    on("user/get", people::get);
    on("user/list", people::detailedMembers);
    on("user/simplelist", people::members);
    on("user/list_id", people::memberIds);
    on("department/list", people::departments);
    on("department/simplelist", people::departmentIds);
    SignInEndpoints signIn = new SignInEndpoints(corp);
    on("auth/getuserinfo", signIn::userInfo);
    on("auth/getuserdetail", signIn::userDetail);
    on("get_jsapi_ticket", signIn::ticket);
    on("ticket/get", signIn::ticket);
    on("aibot/response", call -> corp.bot().respond(call));
    on("getcallbackip", call -> Answer.ok(Map.of("ip_list", List.of("127.0.0.1"))));
    on("menu/create", new MenuEndpoint(corp)::create);
  }

  private void on(String path, Function<ApiCall, Answer> endpoint) {
    endpoints.put(PREFIX + path, endpoint);
  }

  Answer answer(ApiCall call) {
    String path = call.path();
    calls.computeIfAbsent(path, each -> new LongAdder()).increment();
    return corp.faults().apply(path, () -> answerOrRefuse(path, call));
  }

  private Answer answerOrRefuse(String path, ApiCall call) {
    try {
      if (!OPEN.contains(path)) {
        corp.tokens().check(call.query("access_token"));
      }
      return endpoints.getOrDefault(path, Api::unknown).apply(call);
    } catch (Errcode.Refusal refusal) {
      return refusal.answer();
    }
  }

  private Answer token(ApiCall call) {
    if (!call.query("corpid").equals(corp.app().corpId())) {
      throw Errcode.INVALID_CORP_ID.refusal();
    }
    if (!call.query("corpsecret").equals(corp.app().secret())) {
      throw Errcode.INVALID_SECRET.refusal();
    }
    return Answer.ok(
        Map.of("access_token", corp.tokens().issue(), "expires_in", Tokens.LIFE.toSeconds()));
  }

  private static Answer unknown(ApiCall call) {
    throw Errcode.NO_SUCH_API.refusal();
  }

  long calls(String path) {
    LongAdder count = calls.get(path);
    return count == null ? 0 : count.sum();
  }

  /** Path to how often it was called. */
  Map<String, Long> calls() {
    Map<String, Long> counts = new TreeMap<>();
    calls.forEach((path, count) -> counts.put(path, count.sum()));
    return counts;
  }
}
