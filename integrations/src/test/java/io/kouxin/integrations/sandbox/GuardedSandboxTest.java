package io.kouxin.integrations.sandbox;

import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelContract;
import io.kouxin.integrations.channel.GuardedChannel;
import io.kouxin.integrations.channel.Guards;
import org.junit.jupiter.api.AfterEach;

/** A channel behind guards is a channel. */
class GuardedSandboxTest implements ChannelContract {
  private final GuardedChannel guarded =
      new GuardedChannel(new SandboxChannel(Look.LIKE_WECOM), Guards.standard());

  @AfterEach
  void close() {
    guarded.close();
  }

  @Override
  public Channel channel() {
    return guarded;
  }

  @Override
  public String recipient() {
    return "wanglei";
  }
}
