package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work notifications: over a limit the answer is a success all the same. */
class WorkConformanceTest {
  private static final String PREFIX = "/topapi/message/corpconversation/";
  private final Caller caller = new Caller();
  private final DingTalkEmulator emulator = caller.emulator;

  @AfterEach
  void stop() {
    caller.close();
  }

  private Map<String, Object> request(String users, String words) {
    return Map.of(
        "agent_id", emulator.app().agentId(),
        "userid_list", users,
        "msg", Map.of("msgtype", "text", "text", Map.of("content", words)));
  }

  private Caller.Reply send(String users, String words) throws Exception {
    return caller.post(PREFIX + "asyncsend_v2", request(users, words));
  }

  private JsonObject result(Caller.Reply sent) throws Exception {
    caller.token();
    Map<String, Object> which =
        Map.of("agent_id", emulator.app().agentId(), "task_id", Long.valueOf(sent.text("task_id")));
    return caller.post(PREFIX + "getsendresult", which).object("send_result");
  }

  @Test
  void the_same_words_reach_a_person_once_a_day_and_the_answer_does_not_tell() throws Exception {
    Caller.Reply first = send("rep01", "提醒");
    assertThat(result(first).getAsJsonArray("unread_user_id_list")).hasToString("[\"rep01\"]");
    Caller.Reply second = send("rep01,rep02", "提醒");
    assertThat(second.code()).isEqualTo("0");
    JsonObject refused = result(second).getAsJsonArray("forbidden_list").get(0).getAsJsonObject();
    assertThat(refused.get("code").getAsString()).isEqualTo("143106");
    assertThat(refused.get("userid").getAsString()).isEqualTo("rep01");
    assertThat(caller.last().receipt().dropped()).containsExactly("rep01");
    assertThat(caller.last().isDropped()).isTrue();
    emulator.advance(Duration.ofHours(14));
    caller.token();
    assertThat(result(send("rep01", "提醒")).getAsJsonArray("forbidden_list")).isEmpty();
  }

  @Test
  void who_is_unknown_or_had_the_days_share_stands_in_the_result() throws Exception {
    Limits real = Limits.REAL;
    emulator.limits(
        new Limits(real.callsAMonth(), real.messagesAMonth(), 20, 20, real.personAMinute(), 1));
    send("rep01", "一");
    JsonObject result = result(send("rep01,nobody", "二"));
    assertThat(result.getAsJsonArray("invalid_user_id_list")).hasToString("[\"nobody\"]");
    assertThat(
            result
                .getAsJsonArray("forbidden_list")
                .get(0)
                .getAsJsonObject()
                .get("code")
                .getAsString())
        .isEqualTo("143105");
  }

  @Test
  void a_notification_can_be_taken_back_and_its_result_ends_after_a_day() throws Exception {
    Caller.Reply sent = send("rep01", "早");
    Map<String, Object> which = Map.of("task_id", Long.valueOf(sent.text("task_id")));
    assertThat(
            caller
                .post(PREFIX + "getsendprogress", which)
                .object("progress")
                .get("status")
                .getAsInt())
        .isEqualTo(2);
    Map<String, Object> task = Map.of("msg_task_id", Long.valueOf(sent.text("task_id")));
    assertThat(caller.post(PREFIX + "recall", task).code()).isEqualTo("0");
    assertThat(caller.last().isShownTo("rep01")).isFalse();
    emulator.advance(Duration.ofHours(24));
    caller.token();
    assertThat(caller.post(PREFIX + "getsendresult", which).code()).isEqualTo("33008");
  }

  @Test
  void another_agent_nobody_and_too_much_are_refused() throws Exception {
    String path = PREFIX + "asyncsend_v2";
    assertThat(caller.post(path, Map.of("agent_id", 7)).code()).isEqualTo("40056");
    assertThat(send("", "早").code()).isEqualTo("40035");
    assertThat(send("u,".repeat(101), "早").code()).isEqualTo("40035");
    assertThat(send("rep01", "长".repeat(700)).code()).isEqualTo("101002");
    Map<String, Object> odd =
        Map.of("agent_id", emulator.app().agentId(), "dept_id_list", "x", "msg", text());
    assertThat(caller.post(path, odd).code()).isEqualTo("40035");
  }

  private static Map<String, Object> text() {
    return Map.of("msgtype", "text", "text", Map.of("content", "早"));
  }

  @Test
  void a_department_is_reached_with_those_below_it() throws Exception {
    Map<String, Object> department =
        Map.of("agent_id", emulator.app().agentId(), "dept_id_list", "2", "msg", text());
    caller.post(PREFIX + "asyncsend_v2", department);
    assertThat(caller.last().receipt().delivered())
        .containsExactlyInAnyOrder("rep01", "rep02", "mgr01");
  }

  @Test
  void a_form_is_read_as_well() throws Exception {
    String form =
        "agent_id="
            + emulator.app().agentId()
            + "&userid_list=rep01&msg="
            + Caller.encoded("{\"msgtype\":\"text\",\"text\":{\"content\":\"早\"}}");
    String path = PREFIX + "asyncsend_v2?access_token=" + caller.token();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(emulator.baseUrl() + path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build();
      assertThat(http.send(request, BodyHandlers.ofString()).body()).contains("\"errcode\":0");
    }
    assertThat(caller.last().content().text()).isEqualTo("早");
  }
}
