package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.wecom.emulator.Fault;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest {
  private static final Outbound WORDS = new Outbound.Reply("r1", "已存好。");
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  private ChannelException failure(Fault fault) {
    office.emulator.faults().clear();
    office.emulator.faults().set(Office.SEND, fault, 2);
    try {
      office.channel.deliver("lisi", WORDS);
    } catch (ChannelException e) {
      return e;
    }
    throw new AssertionError("It was delivered in spite of " + fault);
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void each_code_does_what_its_kind_says_and_gives_its_name(Trouble trouble) {
    ChannelException e = failure(new Fault.Code(trouble.code()));
    assertThat(e).hasMessageContaining(trouble.code() + " (" + trouble.key() + ")");
    if (trouble.kind().waits()) {
      assertThat(((ChannelException.Retry) e).after()).isEqualTo(trouble.after()).isPositive();
    } else {
      assertThat(e).isInstanceOf(ChannelException.Refused.class);
    }
  }

  @Test
  void a_mistaken_setting_never_loses_a_message() {
    Stream.of(40001, 40013, 40056, 60020, 48002, 301002, 50003, 43012)
        .map(code -> Trouble.of(code).orElseThrow())
        .forEach(
            trouble -> {
              assertThat(trouble.kind()).isEqualTo(Trouble.Kind.SETTING);
              assertThat(trouble.after()).isGreaterThanOrEqualTo(Duration.ofMinutes(2));
            });
  }

  @Test
  void too_fast_waits_a_minute() {
    assertThat(Trouble.FREQUENCY.after()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void a_code_we_never_heard_of_stops_the_message_where_all_see_it() {
    assertThat(failure(new Fault.Code(987654)))
        .isInstanceOf(ChannelException.Refused.class)
        .hasMessageContaining("987654");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void a_status_of_something_that_may_have_passed_it_on_is_doubtful_and_repeated(int status) {
    assertThat(failure(new Fault.Status(status)))
        .isInstanceOfSatisfying(
            ChannelException.Doubtful.class, e -> assertThat(e.remembered()).isPositive())
        .hasMessageContaining("HTTP " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 403, 404, 407, 429})
  void a_status_of_something_on_the_way_waits(int status) {
    assertThat(failure(new Fault.Status(status)))
        .isInstanceOf(ChannelException.Retry.class)
        .hasMessageContaining("HTTP " + status);
  }

  @Test
  void more_than_a_proxy_takes_is_refused() {
    assertThat(failure(new Fault.Status(413))).isInstanceOf(ChannelException.Refused.class);
  }

  @Test
  void an_answer_that_is_not_wecoms_waits() {
    assertThat(failure(new Fault.Status(200)))
        .isInstanceOf(ChannelException.Retry.class)
        .hasMessageContaining("not WeCom");
  }

  @Test
  void a_cut_connection_and_an_answer_that_never_comes_are_doubtful_and_repeated() {
    for (Fault fault : List.of(new Fault.Down(), new Fault.Slow(Duration.ofSeconds(6)))) {
      assertThat(failure(fault))
          .isInstanceOfSatisfying(
              ChannelException.Doubtful.class,
              e -> assertThat(e.remembered()).isEqualTo(Duration.ofMinutes(29)));
    }
  }

  @Test
  void the_same_words_of_another_message_are_doubtful_and_not_repeated() throws ChannelException {
    office.channel.deliver("lisi", WORDS);
    office.emulator.faults().set(Office.SEND, new Fault.LostAnswer(), 1);
    assertThatExceptionOfType(ChannelException.Doubtful.class)
        .isThrownBy(() -> office.channel.deliver("lisi", new Outbound.Reply("r2", "已存好。")))
        .satisfies(e -> assertThat(e.remembered()).isZero());
  }

  @Test
  void without_a_token_nothing_has_left_and_nothing_is_doubtful() {
    office.emulator.faults().set("/cgi-bin/gettoken", new Fault.Down(), 2);
    assertThatExceptionOfType(ChannelException.Retry.class)
        .isThrownBy(() -> office.channel.deliver("lisi", WORDS));
  }

  @Test
  void where_nothing_listens_it_may_be_tried_at_once() {
    try (WeComApi nowhere = office.apiAt("http://127.0.0.1:1")) {
      var channel = new WeComChannel(nowhere, Clock.systemUTC());
      assertThatExceptionOfType(ChannelException.Retry.class)
          .isThrownBy(() -> channel.deliver("lisi", WORDS))
          .satisfies(e -> assertThat(e.after()).isEqualTo(Duration.ofSeconds(1)))
          .withMessageContaining("no connection");
    }
  }

  @Test
  void no_two_codes_share_a_name() {
    assertThat(Arrays.stream(Trouble.values()).map(Trouble::key)).doesNotHaveDuplicates();
    assertThat(Trouble.of(60020)).contains(Trouble.TRUSTED_IP);
    assertThat(Trouble.TRUSTED_IP.key()).isEqualTo("trusted-ip");
  }
}
