package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** DINGs and to-dos. */
class DingConformanceTest {
  private static final String SEND = "/v1.0/robot/ding/send";
  private final Caller caller = new Caller();
  private final DingTalkEmulator emulator = caller.emulator;
  private final String robot = emulator.app().robotCode();

  @AfterEach
  void stop() {
    caller.close();
  }

  private Caller.Reply ding(int type, List<String> users) throws Exception {
    return caller.post(
        SEND,
        Map.of(
            "robotCode", robot,
            "remindType", type,
            "receiverUserIdList", users,
            "content", "客户要走"));
  }

  @Test
  void a_ding_in_the_app_arrives_and_can_be_taken_back() throws Exception {
    Caller.Reply reply = ding(1, List.of("mgr01", "nobody"));
    assertThat(reply.object("failedList").has("nobody")).isTrue();
    assertThat(caller.last().route()).isEqualTo(Route.DING);
    assertThat(caller.last().isShownTo("mgr01")).isTrue();
    Map<String, String> which = Map.of("robotCode", robot, "openDingId", reply.text("openDingId"));
    assertThat(caller.post("/v1.0/robot/ding/recall", which).status()).isEqualTo(200);
    assertThat(caller.last().isShownTo("mgr01")).isFalse();
    assertThat(
            caller
                .post("/v1.0/robot/ding/recall", Map.of("robotCode", robot, "openDingId", "no"))
                .code())
        .isEqualTo("invalid.openDingId");
  }

  @Test
  void a_ding_that_costs_or_has_too_many_or_no_receivers_is_refused() throws Exception {
    assertThat(ding(2, List.of("mgr01")).code()).isEqualTo("ding.serverquota.insufficient");
    List<String> many = IntStream.range(0, 201).mapToObj(n -> "u" + n).toList();
    assertThat(ding(1, many).code()).isEqualTo("ding.receivercount.limit");
    assertThat(ding(3, many.subList(0, 21)).code()).isEqualTo("ding.receivercount.limit");
    assertThat(ding(1, List.of()).code()).isEqualTo("miss.staffId");
    assertThat(caller.post(SEND, Map.of("robotCode", "other")).code())
        .isEqualTo("invalid.chatbotId");
  }

  private Caller.Reply todo(String subject) throws Exception {
    return caller.post(
        "/v1.0/todo/users/u-rep01/tasks?operatorId=u-rep01",
        Map.of(
            "sourceId",
            "kouxin-1",
            "subject",
            subject,
            "executorIds",
            List.of("u-rep01"),
            "detailUrl",
            Map.of("appUrl", "https://a.example")));
  }

  @Test
  void a_to_do_is_one_for_each_source_and_gets_done() throws Exception {
    String id = todo("回访 王总").text("id");
    assertThat(todo("回访 王总").text("id")).isEqualTo(id);
    assertThat(emulator.todos()).hasSize(1);
    Map<String, Object> done =
        Map.of("executorStatusList", List.of(Map.of("id", "u-rep01", "isDone", true)));
    String path = "/v1.0/todo/users/u-rep01/tasks/" + id + "/executorStatus";
    assertThat(caller.put(path, done).text("result")).isEqualTo("true");
    assertThat(emulator.todos().getFirst().done()).containsExactly("u-rep01");
  }

  @Test
  void a_to_do_without_subject_or_for_nobody_is_refused() throws Exception {
    assertThat(todo("").code()).isEqualTo("param.error");
    assertThat(todo("长".repeat(400)).code()).isEqualTo("param.error");
    assertThat(caller.post("/v1.0/todo/users/u-no/tasks", Map.of()).code()).startsWith("param.");
    assertThat(caller.put("/v1.0/todo/users/u-rep01/tasks/no/executorStatus", Map.of()).code())
        .isEqualTo("param.taskId.invalid");
  }
}
