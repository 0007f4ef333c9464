package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the robot sends by itself. */
class RobotConformanceTest {
  private final Caller caller = new Caller();
  private final DingTalkEmulator emulator = caller.emulator;
  private final String robot = emulator.app().robotCode();

  @AfterEach
  void stop() {
    caller.close();
  }

  @Test
  void a_batch_reaches_whom_it_names_and_says_who_is_unknown() throws Exception {
    Caller.Reply reply = caller.text("早", "rep01", "nobody");
    assertThat(reply.list("invalidStaffIdList")).hasToString("[\"nobody\"]");
    assertThat(reply.list("flowControlledStaffIdList")).isEmpty();
    assertThat(reply.text("processQueryKey")).isEqualTo(caller.last().id());
    assertThat(caller.last().content().text()).isEqualTo("早");
    assertThat(caller.last().receipt().delivered()).containsExactly("rep01");
  }

  @Test
  void a_batch_of_twenty_one_is_too_many_and_of_strangers_only_reaches_nobody() throws Exception {
    String[] many = IntStream.range(0, 21).mapToObj(n -> "u" + n).toArray(String[]::new);
    Caller.Reply reply = caller.text("早", many);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("invalidParameter.userIds.overMax");
    assertThat(caller.text("早", "nobody").code()).isEqualTo("staffId.notExisted");
    assertThat(caller.text("早").code()).isEqualTo("miss.param.userIds");
    assertThat(emulator.sent()).isEmpty();
  }

  @Test
  void part_of_the_people_can_be_invalid_or_slowed() throws Exception {
    emulator.faults().partly(java.util.Set.of("rep01"), java.util.Set.of("rep02"));
    Caller.Reply reply = caller.text("早", "rep01", "rep02", "mgr01");
    assertThat(reply.list("invalidStaffIdList")).hasToString("[\"rep01\"]");
    assertThat(reply.list("flowControlledStaffIdList")).hasToString("[\"rep02\"]");
    assertThat(caller.last().receipt().delivered()).containsExactly("mgr01");
  }

  @Test
  void who_had_too_many_is_named_until_a_minute_is_over() throws Exception {
    emulator.limits(Limits.REAL.aPerson(2));
    caller.text("一", "rep01");
    caller.text("二", "rep01");
    Caller.Reply third = caller.text("三", "rep01", "rep02");
    assertThat(third.list("flowControlledStaffIdList")).hasToString("[\"rep01\"]");
    emulator.advance(Duration.ofSeconds(61));
    assertThat(caller.text("四", "rep01").list("flowControlledStaffIdList")).isEmpty();
  }

  @Test
  void every_template_is_read_and_what_lacks_something_is_refused() throws Exception {
    Map<String, Object> all = new HashMap<>();
    for (String name :
        List.of("content", "title", "text", "photoURL", "picUrl", "messageUrl", "singleTitle")) {
      all.put(name, "x");
    }
    all.put("singleURL", "https://a.example");
    for (int n = 1; n <= 5; n++) {
      all.putAll(Map.of("actionTitle" + n, "a", "actionURL" + n, "dtmd://a"));
      all.putAll(Map.of("buttonTitle" + n, "a", "buttonUrl" + n, "dtmd://a"));
    }
    String sound = emulator.media().put(new StoredFile("a.amr", Silence.amr(1), 0));
    all.putAll(Map.of("mediaId", sound, "duration", "1000", "fileName", "a.pdf"));
    all.putAll(Map.of("fileType", "pdf", "videoMediaId", "@v", "videoType", "mp4"));
    all.put("picMediaId", "@p");
    for (String key :
        ("sampleText sampleMarkdown sampleImageMsg sampleLink sampleActionCard sampleActionCard2 "
                + "sampleActionCard5 sampleActionCard6 sampleAudio sampleFile sampleVideo")
            .split(" ")) {
      assertThat(caller.batch(key, all, "rep01").status()).as(key).isEqualTo(200);
      assertThat(caller.batch(key, Map.of("other", "x"), "rep01").code()).startsWith("miss.param.");
      emulator.advance(Duration.ofSeconds(10));
    }
    assertThat(
            caller.batch("sampleAudio", Map.of("mediaId", "@no", "duration", "1"), "rep01").code())
        .isEqualTo("invalidParameter.msgParam.mediaId");
    assertThat(caller.batch("sampleOther", all, "rep01").code())
        .isEqualTo("invalidParameter.msgKey.invalid");
    assertThat(caller.text("长".repeat(5_001), "rep01").code())
        .isEqualTo("invalidParameter.msgParam.tooLong");
  }

  @Test
  void another_robot_and_parameters_that_are_no_json_are_refused() throws Exception {
    String path = "/v1.0/robot/oToMessages/batchSend";
    assertThat(caller.post(path, Map.of("userIds", List.of("rep01"))).code())
        .isEqualTo("invalidParameter.robotCode.empty");
    assertThat(caller.post(path, Map.of("robotCode", "other")).code())
        .isEqualTo("robot.oto.notExist");
    Map<String, Object> broken =
        Map.of(
            "robotCode",
            robot,
            "userIds",
            List.of("rep01"),
            "msgKey",
            "sampleText",
            "msgParam",
            "{broken");
    assertThat(caller.post(path, broken).code()).isEqualTo("invalidParameter.msgParam.invalid");
  }

  @Test
  void who_read_it_is_known_for_a_day() throws Exception {
    String key = caller.text("早", "rep01").text("processQueryKey");
    String path =
        "/v1.0/robot/oToMessages/readStatus?robotCode=" + robot + "&processQueryKey=" + key;
    assertThat(status(caller.get(path))).isEqualTo("UNREAD");
    emulator.read(key, "rep01");
    assertThat(status(caller.get(path))).isEqualTo("READ");
    emulator.advance(Duration.ofHours(24));
    caller.token();
    assertThat(caller.get(path).code()).isEqualTo("processQueryKey.expireTime");
  }

  private static String status(Caller.Reply reply) {
    JsonObject first = reply.list("messageReadInfoList").get(0).getAsJsonObject();
    assertThat(first.get("name").getAsString()).isEqualTo("张三");
    return first.get("readStatus").getAsString();
  }

  @Test
  void a_recalled_message_is_seen_by_nobody() throws Exception {
    String key = caller.text("发错了", "rep01").text("processQueryKey");
    String path = "/v1.0/robot/otoMessages/batchRecall";
    Caller.Reply reply =
        caller.post(path, Map.of("robotCode", robot, "processQueryKeys", List.of(key, "no")));
    assertThat(reply.list("successResult")).hasToString("[\"" + key + "\"]");
    assertThat(reply.object("failedResult").has("no")).isTrue();
    assertThat(caller.last().isShownTo("rep01")).isFalse();
    assertThat(
            caller.post(path, Map.of("robotCode", robot, "processQueryKeys", List.of("no"))).code())
        .isEqualTo("invalid.processQueryKey");
  }

  @Test
  void a_group_gets_its_message_shows_who_read_it_and_loses_it() throws Exception {
    String key = caller.group(Group.SALES.id(), "大家好").text("processQueryKey");
    emulator.read(key, "rep02");
    Map<String, Object> which =
        Map.of(
            "robotCode",
            robot,
            "openConversationId",
            Group.SALES.id(),
            "processQueryKey",
            key,
            "processQueryKeys",
            List.of(key));
    Caller.Reply read = caller.post("/v1.0/robot/groupMessages/query", which);
    assertThat(read.list("readUserIds")).hasToString("[\"rep02\"]");
    assertThat(caller.post("/v1.0/robot/groupMessages/recall", which).status()).isEqualTo(200);
    assertThat(caller.post("/v1.0/robot/groupMessages/query", which).text("sendStatus"))
        .isEqualTo("RECALLED");
    assertThat(caller.group("cidNo", "早").code()).isEqualTo("invalid.openConversationId");
    emulator.groups().disband(Group.SALES.id());
    assertThat(caller.group(Group.SALES.id(), "早").code()).isEqualTo("group.disbanded");
  }
}
