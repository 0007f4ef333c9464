package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelContract;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.GuardedChannel;
import io.kouxin.integrations.channel.Guards;
import io.kouxin.integrations.channel.Outbound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedDingTalkTest implements ChannelContract {
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
    return "wanglei";
  }

  @Test
  void too_fast_is_not_tried_again_at_once() {
    office.standIn.next(
        DingTalkStandIn.SEND,
        403,
        "{'code':'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi','message':'m'}");
    assertThatExceptionOfType(ChannelException.Retry.class)
        .isThrownBy(() -> guarded.deliver("wanglei", new Outbound.Reply("r", "话")));
    assertThat(office.standIn.of(DingTalkStandIn.SEND)).hasSize(1);
  }

  @Test
  void a_doubtful_message_is_not_tried_again() {
    office.standIn.next(DingTalkStandIn.SEND, new DingTalkStandIn.Scripted(-1, "", new byte[0]));
    assertThatExceptionOfType(ChannelException.Doubtful.class)
        .isThrownBy(() -> guarded.deliver("wanglei", new Outbound.Reply("r", "话")));
    assertThat(office.standIn.of(DingTalkStandIn.SEND)).hasSize(1);
  }
}
