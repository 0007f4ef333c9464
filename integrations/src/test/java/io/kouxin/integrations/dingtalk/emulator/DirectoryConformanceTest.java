package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People and departments. */
class DirectoryConformanceTest {
  private final Caller caller = new Caller();
  private final DingTalkEmulator emulator = caller.emulator;

  @AfterEach
  void stop() {
    caller.close();
  }

  private JsonObject user(String id) throws Exception {
    return caller.post("/topapi/v2/user/get", Map.of("userid", id)).object("result");
  }

  private String error(String path, Map<String, ?> body) throws Exception {
    return caller.post(path, body).code();
  }

  @Test
  void a_person_has_a_manager_only_where_one_is_filled_in() throws Exception {
    assertThat(user("rep01").get("manager_userid").getAsString()).isEqualTo("mgr01");
    assertThat(user("rep01").get("unionid").getAsString()).isEqualTo("u-rep01");
    assertThat(user("rep02").has("manager_userid")).isFalse();
    assertThat(user("mgr01").getAsJsonArray("leader_in_dept"))
        .containsExactly(JsonParser.parseString("{\"dept_id\":2,\"leader\":true}"));
    assertThat(user("rep02").getAsJsonArray("dept_id_list")).hasToString("[2]");
  }

  @Test
  void who_is_not_there_not_named_or_not_to_be_seen_is_an_error() throws Exception {
    assertThat(error("/topapi/v2/user/get", Map.of("userid", "no"))).isEqualTo("33012");
    assertThat(error("/topapi/v2/user/get", Map.of())).isEqualTo("400002");
    emulator.people().hide("rep01");
    assertThat(error("/topapi/v2/user/get", Map.of("userid", "rep01"))).isEqualTo("50002");
    assertThat(error("/topapi/user/getbyunionid", Map.of("unionid", "no"))).isEqualTo("60121");
    assertThat(
            caller
                .post("/topapi/user/getbyunionid", Map.of("unionid", "u-rep02"))
                .object("result")
                .get("userid")
                .getAsString())
        .isEqualTo("rep02");
  }

  @Test
  void a_department_is_listed_page_by_page() throws Exception {
    Map<String, Integer> first = Map.of("dept_id", 2, "cursor", 0, "size", 1);
    JsonObject page = caller.post("/topapi/v2/user/list", first).object("result");
    assertThat(page.get("has_more").getAsBoolean()).isTrue();
    assertThat(page.get("next_cursor").getAsInt()).isEqualTo(1);
    Map<String, Integer> second = Map.of("dept_id", 2, "cursor", 1, "size", 1);
    JsonObject last = caller.post("/topapi/user/listsimple", second).object("result");
    assertThat(last.get("has_more").getAsBoolean()).isFalse();
    assertThat(last.getAsJsonArray("list").get(0).getAsJsonObject().get("userid").getAsString())
        .isEqualTo("mgr01");
    assertThat(error("/topapi/v2/user/list", Map.of("dept_id", 2, "size", 101)))
        .isEqualTo("400002");
    assertThat(error("/topapi/v2/user/list", Map.of("dept_id", 99, "size", 1))).isEqualTo("60003");
    assertThat(caller.post("/topapi/user/listid", Map.of("dept_id", 3)).object("result"))
        .hasToString("{\"userid_list\":[\"rep01\"]}");
  }

  @Test
  void departments_are_listed_one_level_at_a_time() throws Exception {
    assertThat(
            caller
                .post("/topapi/v2/department/listsubid", Map.of("dept_id", 2))
                .object("result")
                .getAsJsonArray("dept_id_list"))
        .hasToString("[3]");
    JsonObject sales =
        caller
            .post("/topapi/v2/department/listsub", Map.of("dept_id", 1))
            .list("result")
            .get(0)
            .getAsJsonObject();
    assertThat(sales.get("name").getAsString()).isEqualTo("销售部");
    assertThat(sales.get("parent_id").getAsInt()).isEqualTo(1);
    assertThat(
            caller
                .post("/topapi/v2/department/get", Map.of("dept_id", 3))
                .object("result")
                .get("parent_id")
                .getAsInt())
        .isEqualTo(2);
  }
}
