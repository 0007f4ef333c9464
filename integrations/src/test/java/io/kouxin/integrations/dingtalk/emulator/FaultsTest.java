package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a caller meets when the platform is not well. */
class FaultsTest {
  private static final String SEND = "/v1.0/robot/oToMessages/batchSend";
  private static final String USER = "/topapi/v2/user/get";
  private final Caller caller = new Caller();
  private final DingTalkEmulator emulator = caller.emulator;

  @AfterEach
  void stop() {
    caller.close();
  }

  private Caller.Reply send() throws Exception {
    return caller.text("早", "rep01");
  }

  private Caller.Reply user() throws Exception {
    return caller.post(USER, Map.of("userid", "rep01"));
  }

  private void set(Fault fault) {
    emulator.faults().set(SEND, fault, 1);
    emulator.faults().set(USER, fault, 1);
  }

  @Test
  void a_slow_answer_comes_late_but_comes() throws Exception {
    set(new Fault.Slow(Duration.ofMillis(300)));
    caller.token();
    long start = System.nanoTime();
    assertThat(send().status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
  }

  @Test
  void an_answer_that_hangs_was_sent_all_the_same() throws Exception {
    set(new Fault.Hang());
    caller.token();
    caller.patience(Duration.ofMillis(500));
    assertThatThrownBy(this::send).isInstanceOf(HttpTimeoutException.class);
    assertThat(emulator.sent()).hasSize(1);
  }

  @Test
  void a_lost_answer_was_sent_and_a_platform_that_is_down_sends_nothing() {
    set(new Fault.LostAnswer());
    assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    assertThat(emulator.sent()).hasSize(1);
    emulator.faults().set(SEND, new Fault.Down(), Faults.ALWAYS);
    assertThatThrownBy(this::send).isInstanceOf(IOException.class);
    assertThat(emulator.sent()).hasSize(1);
  }

  @Test
  void a_status_of_http_comes_instead_of_an_answer_once() throws Exception {
    set(new Fault.Status(503));
    assertThat(send().status()).isEqualTo(503);
    assertThat(send().status()).isEqualTo(200);
    assertThat(emulator.sent()).hasSize(1);
  }

  @Test
  void a_page_of_somebody_on_the_way_comes_with_http_200() throws Exception {
    set(new Fault.Page("<html>punish</html>"));
    var response = caller.raw("POST", SEND, "{}");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("<html>punish</html>");
    assertThat(response.headers().firstValue("Content-Type").orElse("")).contains("text/html");
  }

  @Test
  void a_storm_of_bad_tokens_hits_however_fresh_they_are() throws Exception {
    set(new Fault.BadToken());
    assertThat(send().code()).isEqualTo("InvalidAuthentication");
    assertThat(user().code()).isEqualTo("40014");
    assertThat(send().status()).isEqualTo(200);
  }

  @Test
  void pace_and_quota_can_be_said_to_be_over() throws Exception {
    set(new Fault.Qps());
    assertThat(send().status()).isEqualTo(403);
    assertThat(user().code()).isEqualTo("90018");
    set(new Fault.QuotaGone());
    assertThat(send().code()).isEqualTo("Forbidden.AccessDenied.ApiCountLimitForOrg");
    assertThat(user().code()).isEqualTo("90020");
  }

  @Test
  void any_code_can_be_asked_for() throws Exception {
    emulator.faults().set(SEND, new Fault.Code("send.too.fast"), 1);
    emulator.faults().set(USER, new Fault.Code("60011"), 1);
    assertThat(send().status()).isEqualTo(400);
    assertThat(user().code()).isEqualTo("60011");
  }

  @Test
  void a_fault_may_be_on_every_path_until_all_is_well() throws Exception {
    caller.token();
    emulator.faults().set(Faults.ANY, new Fault.Status(500), Faults.ALWAYS);
    assertThat(send().status()).isEqualTo(500);
    assertThat(user().status()).isEqualTo(500);
    emulator.faults().clear();
    assertThat(send().status()).isEqualTo(200);
  }

  @Test
  void nobody_listens_until_it_listens_again_and_nothing_is_forgotten() throws Exception {
    send();
    emulator.refuseConnections();
    assertThatThrownBy(this::send).isInstanceOf(ConnectException.class);
    emulator.listenAgain();
    send();
    assertThat(emulator.sent()).hasSize(2);
    assertThat(emulator.calls(SEND)).isEqualTo(2);
  }
}
