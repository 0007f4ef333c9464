package io.kouxin.bot.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.wecom.WeComAccess;
import io.kouxin.integrations.wecom.WeComApi;
import io.kouxin.integrations.wecom.WeComChannel;
import io.kouxin.integrations.wecom.emulator.EmulatorConfig;
import io.kouxin.integrations.wecom.emulator.Tokens;
import io.kouxin.integrations.wecom.emulator.WeComEmulator;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes that send through one application of a WeCom that ends tokens early. */
class SharedWeComTokenTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private final WeComEmulator wecom =
      WeComEmulator.start(
          EmulatorConfig.random().callingBack(URI.create("http://127.0.0.1:1/callbacks/wecom")));
  private final WeComAccess access =
      new WeComAccess(
          wecom.app().corpId(),
          wecom.app().agentId(),
          wecom.app().secret(),
          URI.create(wecom.baseUrl()));
  private final Company company = new Company(TestRedis.shared()).together();
  private final WeComApi one = new WeComApi(access, company.one.tokens(), CLOCK);
  private final WeComApi other = new WeComApi(access, company.other.tokens(), CLOCK);

  @AfterEach
  void close() {
    one.close();
    other.close();
    company.close();
    wecom.close();
  }

  @Test
  void twenty_threads_on_each_of_two_nodes_fetch_one_token_when_theirs_is_revoked()
      throws Exception {
    wecom.tokens().policy(Tokens.Policy.NEW_ENDS_THE_OLD);
    one.check();
    other.check();
    assertThat(wecom.calls("/cgi-bin/gettoken")).isEqualTo(1);
    int rounds = 3;
    for (int round = 0; round < rounds; round++) {
      wecom.tokens().revoke();
      Both.send(
          List.of(new WeComChannel(one, CLOCK), new WeComChannel(other, CLOCK)),
          "lisi",
          "round" + round);
    }
    assertThat(wecom.calls("/cgi-bin/gettoken")).isEqualTo(1 + rounds);
    assertThat(wecom.sent()).hasSize(40 * rounds);
  }
}
