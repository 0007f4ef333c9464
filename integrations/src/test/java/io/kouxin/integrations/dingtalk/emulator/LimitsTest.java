package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the platform allows, on a clock that is moved. */
class LimitsTest {
  private final Caller caller = new Caller();
  private final DingTalkEmulator emulator = caller.emulator;

  @AfterEach
  void stop() {
    caller.close();
  }

  @Test
  void the_twenty_first_call_of_a_path_within_a_second_is_refused() throws Exception {
    for (int n = 0; n < 20; n++) {
      assertThat(caller.text("第" + n, "rep01").status()).isEqualTo(200);
    }
    Caller.Reply reply = caller.text("太快", "rep01");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.code()).isEqualTo("Forbidden.AccessDenied.QpsLimitForAppkeyAndApi");
    assertThat(caller.group(Group.SALES.id(), "另一个").status()).isEqualTo(200);
    emulator.advance(Duration.ofSeconds(1));
    assertThat(caller.text("再来", "rep01").status()).isEqualTo(200);
  }

  @Test
  void an_old_path_says_the_same_with_a_number() throws Exception {
    emulator.limits(Limits.REAL.aSecond(1));
    caller.post("/topapi/v2/user/get", Map.of("userid", "rep01"));
    assertThat(caller.post("/topapi/v2/user/get", Map.of("userid", "rep01")).code())
        .isEqualTo("90018");
  }

  @Test
  void calls_are_counted_by_the_month_and_some_are_free() throws Exception {
    caller.token();
    caller.post("/topapi/v2/user/get", Map.of("userid", "rep01"));
    caller.post("/topapi/v2/department/listsub", Map.of());
    caller.post("/v1.0/oauth2/jsapiTickets", Map.of());
    assertThat(emulator.quota().calls()).isZero();
    caller.text("早", "rep01");
    caller.group(Group.SALES.id(), "早");
    assertThat(emulator.quota().calls()).isEqualTo(2);
  }

  @Test
  void the_call_after_the_last_of_the_month_is_refused_until_the_month_turns_in_shanghai()
      throws Exception {
    emulator.quota().used(4_999, 0);
    assertThat(caller.text("最后一次", "rep01").status()).isEqualTo(200);
    Caller.Reply over = caller.text("没有了", "rep01");
    assertThat(over.status()).isEqualTo(403);
    assertThat(over.code()).isEqualTo("Forbidden.AccessDenied.ApiCountLimitForOrg");
    assertThat(caller.post("/topapi/v2/user/get", Map.of("userid", "rep01")).code()).isEqualTo("0");
    // From 10:00 of the 11th to 00:00 of the 1st in Shanghai.
    emulator.advance(Duration.ofDays(21).minusHours(10));
    caller.token();
    assertThat(caller.text("新的一月", "rep01").status()).isEqualTo(200);
    assertThat(emulator.quota().calls()).isEqualTo(1);
  }

  @Test
  void limits_can_be_others() throws Exception {
    emulator.limits(Limits.REAL.aMonth(1, 3_000));
    caller.text("一", "rep01");
    assertThat(caller.text("二", "rep01").code()).endsWith("ApiCountLimitForOrg");
    assertThat(emulator.limits().messagesAMonth()).isEqualTo(3_000);
  }
}
