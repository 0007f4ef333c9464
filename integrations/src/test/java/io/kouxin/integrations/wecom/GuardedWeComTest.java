package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelContract;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.GuardedChannel;
import io.kouxin.integrations.channel.Guards;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.wecom.emulator.Fault;
import io.kouxin.integrations.wecom.emulator.Faults;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedWeComTest implements ChannelContract {
  private final Office office = new Office();
  private final GuardedChannel guarded = new GuardedChannel(office.channel, Guards.standard());

  @AfterEach
  void close() {
    guarded.close();
    office.close();
  }

  @Override
  public Channel channel() {
    return guarded;
  }

  @Override
  public String recipient() {
    return "ZhangSan";
  }

  @Test
  void a_wecom_that_is_down_is_left_alone_after_ten_calls() {
    office.emulator.faults().set(Office.SEND, new Fault.Status(503), Faults.ALWAYS);
    for (int i = 0; i < 15; i++) {
      var message = new Outbound.Reply("r" + i, "话");
      assertThatExceptionOfType(ChannelException.class)
          .isThrownBy(() -> guarded.deliver("ZhangSan", message))
          .withMessageContaining("HTTP 503");
    }
    assertThat(office.emulator.calls(Office.SEND)).isEqualTo(10);
  }

  @Test
  void a_slow_wecom_is_cut_off_and_knows_a_repeat_for_half_an_hour() {
    Guards hasty = Guards.of(Duration.ofMillis(300), Duration.ofSeconds(30));
    office.emulator.faults().set(Office.SEND, new Fault.Slow(Duration.ofSeconds(3)), 1);
    try (var channel = new GuardedChannel(office.channel, hasty)) {
      assertThatExceptionOfType(ChannelException.Doubtful.class)
          .isThrownBy(() -> channel.deliver("ZhangSan", new Outbound.Reply("r", "话")))
          .satisfies(doubt -> assertThat(doubt.remembered()).isEqualTo(Duration.ofMinutes(29)));
    }
  }
}
