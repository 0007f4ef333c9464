package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.LocalCoordination;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.wecom.emulator.Fault;
import io.kouxin.integrations.wecom.emulator.Faults;
import io.kouxin.integrations.wecom.emulator.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenTest {
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  private void send(String key) throws ChannelException {
    office.channel.deliver("lisi", new Outbound.Reply(key, "话 " + key));
  }

  /** Each of so many threads sends once, all at the same moment. */
  private void sendTogether(int threads, String round) throws Exception {
    var start = new CyclicBarrier(threads);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> sent = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        String key = round + '-' + thread;
        sent.add(
            pool.submit(
                () -> {
                  start.await();
                  send(key);
                  return key;
                }));
      }
      for (Future<?> one : sent) {
        one.get();
      }
    }
  }

  @Test
  void twenty_threads_that_start_together_fetch_one_token() throws Exception {
    sendTogether(20, "cold");
    assertThat(office.emulator.calls(Office.GET_TOKEN)).isEqualTo(1);
    assertThat(office.emulator.sent()).hasSize(20);
  }

  @Test
  void no_send_is_lost_while_wecom_revokes_tokens_and_each_fetch_ends_the_old_one()
      throws Exception {
    office.emulator.tokens().policy(Tokens.Policy.NEW_ENDS_THE_OLD);
    int rounds = 10;
    for (int round = 0; round < rounds; round++) {
      office.emulator.tokens().revoke();
      sendTogether(10, "storm" + round);
    }
    assertThat(office.emulator.sent()).hasSize(10 * rounds);
    assertThat(office.emulator.calls(Office.GET_TOKEN)).isEqualTo(rounds);
  }

  @Test
  void an_expired_token_is_renewed_once() throws Exception {
    send("a");
    office.emulator.tokens().expire();
    send("b");
    assertThat(office.emulator.calls(Office.GET_TOKEN)).isEqualTo(2);
    assertThat(office.emulator.sent()).hasSize(2);
  }

  @Test
  void a_token_that_is_refused_twice_leaves_the_message_for_later() {
    for (int code : List.of(42001, 40014, 40001)) {
      office.emulator.faults().clear();
      office.emulator.faults().set(Office.SEND, new Fault.Code(code), Faults.ALWAYS);
      long before = office.emulator.calls(Office.SEND);
      assertThatExceptionOfType(ChannelException.Retry.class)
          .isThrownBy(() -> send("k" + code))
          .withMessageContaining(String.valueOf(code));
      assertThat(office.emulator.calls(Office.SEND) - before).isEqualTo(2);
    }
  }

  @Test
  void a_wrong_secret_keeps_messages_and_asks_wecom_only_now_and_then() {
    try (WeComApi wrong = office.api("not-the-secret")) {
      var channel = new WeComChannel(wrong, Clock.systemUTC());
      for (int i = 0; i < 20; i++) {
        var message = new Outbound.Reply("r" + i, "话");
        assertThatExceptionOfType(ChannelException.Retry.class)
            .isThrownBy(() -> channel.deliver("lisi", message))
            .withMessageContaining("40001 (secret)")
            .withMessageNotContaining("not-the-secret");
      }
    }
    assertThat(office.emulator.calls(Office.GET_TOKEN)).isEqualTo(1);
  }

  @Test
  void the_check_says_whether_the_settings_are_right() throws ChannelException {
    office.api.check();
    try (WeComApi wrong = office.api("no")) {
      assertThatExceptionOfType(ChannelException.Retry.class).isThrownBy(wrong::check);
    }
  }

  @Test
  void a_late_complaint_about_an_old_token_leaves_the_fresh_one_alone() throws Exception {
    var fetched = new AtomicInteger();
    var token = token(Clock.systemUTC(), () -> issued("T" + fetched.incrementAndGet()));
    String old = token.current();
    token.drop(old);
    String fresh = token.current();
    token.drop(old);
    assertThat(token.current()).isEqualTo(fresh).isEqualTo("T2");
    assertThat(fetched).hasValue(2);
  }

  @Test
  void a_token_is_renewed_before_it_ends_and_a_refusal_is_believed_for_a_while() throws Exception {
    var now = new MovingClock();
    var fetched = new AtomicInteger();
    var token =
        token(
            now,
            () -> {
              if (fetched.incrementAndGet() == 2) {
                throw new WxErrorException(WxError.builder().errorCode(45033).build());
              }
              return issued("T" + fetched);
            });
    assertThat(token.current()).isEqualTo("T1");
    now.advance(Duration.ofSeconds(7200 - 201));
    assertThat(token.current()).isEqualTo("T1");
    now.advance(Duration.ofSeconds(1));
    assertThatExceptionOfType(WxErrorException.class).isThrownBy(token::current);
    assertThatExceptionOfType(WxErrorException.class).isThrownBy(token::current);
    assertThat(fetched).hasValue(2);
    now.advance(Token.REFUSED);
    assertThat(token.current()).isEqualTo("T3");
  }

  private Token token(Clock clock, Token.Source source) {
    var access = new WeComAccess(office.emulator.app().corpId(), 1, "secret");
    return new Token(new LocalCoordination(clock).tokens(), access, clock, source);
  }

  private static WxAccessToken issued(String value) {
    var token = new WxAccessToken();
    token.setAccessToken(value);
    token.setExpiresIn((int) Duration.ofHours(2).toSeconds());
    return token;
  }
}
