package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RobotSignTest {
  @Test
  void signs_as_dingtalk_does() {
    assertThat(new RobotSign("this is a secret").of("1577262236757"))
        .isEqualTo("DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA=");
    assertThat(new RobotSign("SEC0123456789").of("1700000000000"))
        .isEqualTo("VloEIlTtJU6a/AGf2pud1WypXdicIlyQAOpspu6OP6s=");
  }
}
