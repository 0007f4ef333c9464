package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.dingtalk.DingTalkChannel;
import io.kouxin.integrations.sandbox.Look;
import io.kouxin.integrations.wecom.WeComChannel;
import org.junit.jupiter.api.Test;

/** The sandbox shows what a platform would: a card that fits there fits here. */
class SandboxLooksTest {

  @Test
  void the_sandbox_cuts_where_the_platforms_do() {
    assertThat(Look.LIKE_WECOM.limits()).isEqualTo(WeComChannel.LIMITS);
    assertThat(Look.LIKE_DINGTALK.limits()).isEqualTo(DingTalkChannel.LIMITS);
  }
}
