package io.kouxin.integrations.dingtalk.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** People and departments of the old paths; they are free of the monthly quota. */
final class DirectoryEndpoints {
  private static final long MOST_A_PAGE = 100;
  private final Company company;

  DirectoryEndpoints(Company company) {
    this.company = company;
  }

  /** The whole company is open to the application, unless some of its departments were chosen. */
  Answer scopes(ApiCall call) {
    return Answer.old(
        Map.of(
            "auth_org_scopes",
            Map.of("authed_dept", company.people().opened(), "authed_user", List.of())));
  }

  Answer user(ApiCall call) {
    String id = call.jsonOrForm().text("userid");
    if (id.isEmpty()) {
      throw Refused.old(400002, "无效的参数");
    }
    Person person = company.people().find(id).orElseThrow(() -> Refused.old(33012, "无效的USERID"));
    if (company.people().isHidden(id)) {
      throw Refused.old(50002, "请求的员工userid不在授权范围内");
    }
    return Answer.old(Map.of("result", shown(person)));
  }

  private static Map<String, Object> shown(Person person) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("userid", person.userId());
    result.put("unionid", person.unionId());
    result.put("name", person.name());
    person.manager().ifPresent(manager -> result.put("manager_userid", manager));
    result.put("dept_id_list", person.departments());
    result.put(
        "leader_in_dept",
        person.departments().stream()
            .map(id -> Map.of("dept_id", id, "leader", person.leads().contains(id)))
            .toList());
    result.put("active", true);
    return result;
  }

  Answer users(ApiCall call) {
    return page(call, DirectoryEndpoints::shown);
  }

  Answer names(ApiCall call) {
    return page(call, each -> Map.of("userid", each.userId(), "name", each.name()));
  }

  private Answer page(ApiCall call, Function<Person, Map<String, ?>> shown) {
    Fields request = call.jsonOrForm();
    List<Person> all =
        company.people().in(department(request).id()).stream()
            .filter(each -> !company.people().isHidden(each.userId()))
            .toList();
    long size = request.number("size");
    if (size < 1 || size > MOST_A_PAGE) {
      throw Refused.old(400002, "无效的参数 size");
    }
    long next = request.number("cursor") + size;
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("has_more", next < all.size());
    if (next < all.size()) {
      result.put("next_cursor", next);
    }
    result.put("list", all.stream().skip(next - size).limit(size).map(shown).toList());
    return Answer.old(Map.of("result", result));
  }

  Answer userIds(ApiCall call) {
    List<String> ids =
        company.people().in(department(call.jsonOrForm()).id()).stream()
            .map(Person::userId)
            .toList();
    return Answer.old(Map.of("result", Map.of("userid_list", ids)));
  }

  Answer byUnionId(ApiCall call) {
    Person person =
        company
            .people()
            .byUnionId(call.jsonOrForm().text("unionid"))
            .orElseThrow(() -> Refused.old(60121, "找不到该用户"));
    return Answer.old(Map.of("result", Map.of("contact_type", 0, "userid", person.userId())));
  }

  Answer department(ApiCall call) {
    return Answer.old(Map.of("result", shown(department(call.jsonOrForm()))));
  }

  Answer below(ApiCall call) {
    List<Map<String, Object>> found =
        company.people().below(department(call.jsonOrForm()).id()).stream()
            .map(DirectoryEndpoints::shown)
            .toList();
    return Answer.old(Map.of("result", found));
  }

  Answer idsBelow(ApiCall call) {
    List<Long> ids =
        company.people().below(department(call.jsonOrForm()).id()).stream()
            .map(Department::id)
            .toList();
    return Answer.old(Map.of("result", Map.of("dept_id_list", ids)));
  }

  private static Map<String, Object> shown(Department department) {
    return Map.of(
        "dept_id", department.id(),
        "name", department.name(),
        "parent_id", department.parent(),
        "auto_add_user", true,
        "create_dept_group", false);
  }

  /** The one that is asked for, or the company itself. */
  private Department department(Fields request) {
    long id = request.has("dept_id") ? request.number("dept_id") : 1;
    return company.people().department(id).orElseThrow(() -> Refused.old(60003, "部门不存在"));
  }
}
