package io.kouxin.integrations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelContract;
import io.kouxin.integrations.channel.Outbound;
import org.junit.jupiter.api.Test;

class SandboxChannelTest implements ChannelContract {
  private final SandboxChannel sandbox = new SandboxChannel(Look.LIKE_WECOM);

  @Override
  public Channel channel() {
    return sandbox;
  }

  @Override
  public String recipient() {
    return "wanglei";
  }

  @Test
  void answers_a_delivery_with_the_messages_own_key() {
    assertThat(sandbox.deliver("wanglei", new Outbound.Reply("reply:7", "已存好。")).handle())
        .isEqualTo("reply:7");
  }

  @Test
  void takes_what_the_platform_it_imitates_takes() {
    assertThat(new SandboxChannel(Look.LIKE_DINGTALK).limits().updatesCards()).isFalse();
    assertThat(sandbox.limits().updatesCards()).isTrue();
  }

  @Test
  void finds_a_look_by_its_platform() {
    assertThat(Look.of("wecom")).contains(Look.LIKE_WECOM);
    assertThat(Look.of("dingtalk")).contains(Look.LIKE_DINGTALK);
    assertThat(Look.of("icq")).isEmpty();
  }
}
