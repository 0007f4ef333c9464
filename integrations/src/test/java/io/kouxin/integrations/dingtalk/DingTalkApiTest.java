package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.LocalCoordination;
import io.kouxin.integrations.channel.SharedTokens;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DingTalkApiTest {
  private final Office office = new Office();
  private final DingTalkStandIn standIn = office.standIn;

  @AfterEach
  void close() {
    office.close();
  }

  private Answer send() throws ChannelException {
    return office.api.say(DingTalkStandIn.SEND, new JsonObject());
  }

  private ChannelException failure() {
    return catchThrowableOfType(ChannelException.class, () -> send().orThrow());
  }

  private long tokens() {
    return standIn.of(DingTalkStandIn.TOKEN).size();
  }

  @Test
  void one_token_serves_all_until_ten_minutes_before_its_end() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Answer> call = this::send;
      threads.invokeAll(Stream.generate(() -> call).limit(20).toList());
    }
    assertThat(tokens()).isEqualTo(1);
    office.clock.advance(Duration.ofMinutes(109));
    send();
    assertThat(tokens()).isEqualTo(1);
    office.clock.advance(Duration.ofMinutes(1));
    send();
    assertThat(tokens()).isEqualTo(2);
  }

  @Test
  void a_token_dingtalk_forgot_is_fetched_again_once() throws ChannelException {
    send();
    standIn.expire();
    assertThat(send().well()).isTrue();
    assertThat(tokens()).isEqualTo(2);
    standIn.expire();
    standIn
        .next(DingTalkStandIn.SEND, 400, "{'code':'InvalidAuthentication'}")
        .next(DingTalkStandIn.SEND, 400, "{'code':'InvalidAuthentication'}");
    assertThat(failure()).isInstanceOf(ChannelException.Retry.class);
    assertThat(tokens()).isEqualTo(3);
  }

  @Test
  void the_old_api_gets_the_same_token_in_its_address() throws ChannelException {
    standIn.always("/topapi/v2/user/get", "{'errcode':0,'result':{}}");
    send();
    office.api.contacts("/topapi/v2/user/get", new JsonObject());
    assertThat(standIn.of("/topapi/v2/user/get").getFirst().query()).isEqualTo("access_token=at-1");
    standIn.expire();
    assertThat(office.api.contacts("/topapi/v2/user/get", new JsonObject()).well()).isTrue();
    assertThat(tokens()).isEqualTo(2);
  }

  @Test
  void a_refused_secret_is_not_asked_about_again_for_ten_seconds() {
    var account =
        new DingTalkAccount("dingappkey01", "wrong", "", standIn.address(), standIn.address());
    try (var api = new DingTalkApi(account, Meter.NONE, office.clock)) {
      for (int i = 0; i < 3; i++) {
        assertThat(catchThrowableOfType(ChannelException.Retry.class, api::check))
            .hasMessageContaining("invalidClientIdOrSecret (credentials)")
            .hasMessageNotContaining("wrong");
      }
      assertThat(tokens()).isEqualTo(1);
      office.clock.advance(Duration.ofSeconds(10));
      assertThat(catchThrowableOfType(ChannelException.Retry.class, api::check)).isNotNull();
      assertThat(tokens()).isEqualTo(2);
    }
  }

  @Test
  void two_nodes_with_one_memory_of_tokens_fetch_one() throws ChannelException {
    SharedTokens tokens = new LocalCoordination(office.clock).tokens();
    try (var one = new DingTalkApi(standIn.account(), Meter.NONE, tokens, office.clock);
        var other = new DingTalkApi(standIn.account(), Meter.NONE, tokens, office.clock)) {
      assertThat(one.say(DingTalkStandIn.SEND, new JsonObject()).well()).isTrue();
      assertThat(other.say(DingTalkStandIn.SEND, new JsonObject()).well()).isTrue();
    }
    assertThat(tokens()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "403, Forbidden.AccessDenied.QpsLimitForAppkeyAndApi, 2",
    "403, Forbidden.AccessDenied.QpsLimitForApi, 4",
    "403, Forbidden.AccessDenied.ApiCountLimitForOrg, 21600",
    "403, Forbidden.AccessDenied.AccessTokenPermissionDenied, 300",
    "403, Forbidden.AccessDenied.IpNotInWhiteList, 300",
    "400, send.too.fast, 60",
    "400, bot.stopped, 300",
    "500, system.busy, 5",
    "503, never.heard.of, 5",
    "429, never.heard.of, 5",
  })
  void what_may_work_later_waits(int status, String code, long seconds) {
    standIn.next(DingTalkStandIn.SEND, status, "{'code':'" + code + "','message':'m'}");
    var retry = (ChannelException.Retry) failure();
    assertThat(retry.after()).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(retry).hasMessageContaining(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "staffId.notExisted",
        "invalidParameter.msgKey.invalid",
        "param.contentUnsafe",
        "group.disbanded",
        "never.heard.of"
      })
  void what_never_works_is_refused(String code) {
    standIn.next(DingTalkStandIn.SEND, 400, "{'code':'" + code + "','message':'m'}");
    assertThat(failure()).isInstanceOf(ChannelException.Refused.class).hasMessageContaining(code);
  }

  @Test
  void the_gateways_wrapper_is_opened() throws ChannelException {
    standIn.next(
        "/topapi/v2/user/get",
        200,
        "{'errcode':88,'errmsg':'gw','sub_code':'60011','sub_msg':'没有权限'}");
    Answer answer = office.api.contacts("/topapi/v2/user/get", new JsonObject());
    assertThat(answer.trouble()).contains(Trouble.PERMISSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>login</html>", "", "[]", "{\"a\":"})
  void a_foreign_page_waits(String page) {
    standIn.next(
        DingTalkStandIn.SEND, new DingTalkStandIn.Scripted(200, "text/html", page.getBytes(UTF_8)));
    assertThat(failure())
        .isInstanceOf(ChannelException.Retry.class)
        .hasMessageContaining("not DingTalk");
  }

  @Test
  void a_blocked_address_waits_its_five_minutes() {
    standIn.next(
        DingTalkStandIn.SEND, 200, "{'status':1111,'wait':5,'source':'x5','punish':'deny'}");
    assertThat(((ChannelException.Retry) failure()).after()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void redirects_are_not_followed_and_long_answers_not_read() {
    standIn.next(DingTalkStandIn.SEND, 302, "");
    assertThat(failure()).hasMessageContaining("not DingTalk");
    standIn.next(
        DingTalkStandIn.SEND,
        new DingTalkStandIn.Scripted(200, "application/json", new byte[2 << 20]));
    assertThat(failure()).hasMessageStartingWith("It may have arrived");
  }

  @Test
  void nobody_there_is_tried_again_soon() {
    URI nobody = URI.create("http://127.0.0.1:1");
    try (var api = new DingTalkApi(Robot.at(nobody), Meter.NONE, office.clock)) {
      assertThat(catchThrowableOfType(ChannelException.Retry.class, api::check).after())
          .isEqualTo(Duration.ofSeconds(1));
    }
  }

  @Test
  void tokens_and_contacts_are_free() throws ChannelException {
    standIn.always("/topapi/v2/user/get", "{'errcode':0}");
    office.api.contacts("/topapi/v2/user/get", new JsonObject());
    assertThat(office.quota.used().calls()).isZero();
    send();
    assertThat(office.quota.used().calls()).isEqualTo(1);
  }
}
