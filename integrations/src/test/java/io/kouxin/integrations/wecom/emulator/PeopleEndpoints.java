package io.kouxin.integrations.wecom.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Members and departments, as far as the application sees them (pages 90196 and 90208). */
final class PeopleEndpoints {
  private final EmulatedCorp corp;

  PeopleEndpoints(EmulatedCorp corp) {
    this.corp = corp;
  }

  /** The application itself and its visible range (page 90227). */
  Answer application(ApiCall call) {
    if (!call.query("agentid").equals(String.valueOf(corp.app().agentId()))) {
      throw Errcode.INVALID_AGENT_ID.refusal();
    }
    List<Map<String, String>> visible =
        corp.people().all().stream().map(each -> Map.of("userid", each.userId())).toList();
    Map<String, Object> says = new LinkedHashMap<>();
    says.put("agentid", corp.app().agentId());
    says.put("name", "口信");
    says.put("allow_userinfos", Map.of("user", visible));
    says.put("allow_partys", Map.of("partyid", List.of()));
    says.put("allow_tags", Map.of("tagid", List.of()));
    says.put("close", 0);
    return Answer.ok(says);
  }

  Answer get(ApiCall call) {
    Member member =
        corp.people().find(call.query("userid")).orElseThrow(Errcode.NO_SUCH_USER::refusal);
    return Answer.ok(whole(member));
  }

  /** The same of a whole department (page 90201); one that is not there is 60123. */
  Answer detailedMembers(ApiCall call) {
    String id = call.query("department_id");
    if (departmentNumbers().stream().noneMatch(each -> String.valueOf(each).equals(id))) {
      throw Errcode.NO_SUCH_DEPARTMENT.refusal();
    }
    return Answer.ok(Map.of("userlist", in(call).map(this::whole).toList()));
  }

  private Map<String, Object> whole(Member member) {
    Map<String, Object> says = new LinkedHashMap<>();
    says.put("userid", member.userId());
    says.put("name", member.name());
    says.put("department", List.of(member.department()));
    says.put("order", List.of(0));
    says.put("position", "");
    says.put("is_leader_in_dept", List.of(leads(member) ? 1 : 0));
    says.put("direct_leader", member.leader().stream().toList());
    says.put("main_department", member.department());
    says.put("status", 1);
    says.put("alias", "");
    return says;
  }

  Answer departments(ApiCall call) {
    return Answer.ok(Map.of("department", asked(call).map(this::department).toList()));
  }

  Answer departmentIds(ApiCall call) {
    return Answer.ok(
        Map.of(
            "department_id",
            asked(call)
                .map(id -> Map.of("id", id, "parentid", id == 1 ? 0 : 1, "order", 1))
                .toList()));
  }

  Answer members(ApiCall call) {
    return Answer.ok(Map.of("userlist", in(call).map(PeopleEndpoints::brief).toList()));
  }

  Answer memberIds(ApiCall call) {
    List<Map<String, Object>> ids =
        corp.people().all().stream()
            .map(
                each ->
                    Map.<String, Object>of(
                        "userid", each.userId(), "department", each.department()))
            .toList();
    return Answer.ok(Map.of("next_cursor", "", "dept_user", ids));
  }

  private Map<String, Object> department(int id) {
    return Map.of(
        "id",
        id,
        "name",
        id == 1 ? "口信演示公司" : "华东销售部" + (id == 2 ? "" : id),
        "department_leader",
        leaders(id),
        "parentid",
        id == 1 ? 0 : 1,
        "order",
        1);
  }

  private static Map<String, Object> brief(Member each) {
    return Map.of(
        "userid", each.userId(), "name", each.name(), "department", List.of(each.department()));
  }

  /** The department of the question and what lies below it; all when none is named (60123). */
  private Stream<Integer> asked(ApiCall call) {
    List<Integer> all = departmentNumbers();
    String id = call.query("id");
    if (id.isEmpty() || id.equals("1")) {
      return all.stream();
    }
    if (all.stream().noneMatch(each -> String.valueOf(each).equals(id))) {
      throw Errcode.NO_SUCH_DEPARTMENT.refusal();
    }
    return all.stream().filter(each -> String.valueOf(each).equals(id));
  }

  private List<Integer> departmentNumbers() {
    return Stream.concat(Stream.of(1), corp.people().all().stream().map(Member::department))
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<Member> in(ApiCall call) {
    String id = call.query("department_id");
    return corp.people().all().stream()
        .filter(each -> String.valueOf(each.department()).equals(id));
  }

  private List<String> leaders(int department) {
    return corp.people().all().stream()
        .filter(each -> each.department() == department && leads(each))
        .map(Member::userId)
        .toList();
  }

  private boolean leads(Member member) {
    String me = People.key(member.userId());
    return corp.people().all().stream()
        .anyMatch(each -> each.leader().map(People::key).filter(me::equals).isPresent());
  }
}
