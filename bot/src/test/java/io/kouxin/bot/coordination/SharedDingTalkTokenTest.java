package io.kouxin.bot.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.dingtalk.DingTalkAccount;
import io.kouxin.integrations.dingtalk.DingTalkApi;
import io.kouxin.integrations.dingtalk.DingTalkChannel;
import io.kouxin.integrations.dingtalk.Meter;
import io.kouxin.integrations.dingtalk.Sessions;
import io.kouxin.integrations.dingtalk.emulator.DingTalkEmulator;
import io.kouxin.integrations.dingtalk.emulator.EmulatorConfig;
import io.kouxin.integrations.dingtalk.emulator.Limits;
import io.kouxin.integrations.dingtalk.emulator.Person;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes that send through one application of a DingTalk that ends its token. */
class SharedDingTalkTokenTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private final DingTalkEmulator dingTalk = DingTalkEmulator.start(EmulatorConfig.random());
  private final DingTalkAccount account =
      new DingTalkAccount(
          dingTalk.app().clientId(),
          dingTalk.app().clientSecret(),
          dingTalk.app().robotCode(),
          URI.create(dingTalk.baseUrl()),
          URI.create(dingTalk.baseUrl()));
  private final Company company = new Company(TestRedis.shared()).together();
  private final DingTalkApi one = new DingTalkApi(account, Meter.NONE, company.one.tokens(), CLOCK);
  private final DingTalkApi other =
      new DingTalkApi(account, Meter.NONE, company.other.tokens(), CLOCK);

  @AfterEach
  void close() {
    one.close();
    other.close();
    company.close();
    dingTalk.close();
  }

  @Test
  void twenty_threads_on_each_of_two_nodes_fetch_one_token_when_theirs_is_revoked()
      throws Exception {
    dingTalk.limits(Limits.REAL.aMonth(100_000, 100_000).aSecond(1_000).aPerson(1_000));
    dingTalk.people().add(Person.of("wanglei", "王磊"));
    var channels =
        List.of(
            new DingTalkChannel(one, new Sessions(account, CLOCK), CLOCK),
            new DingTalkChannel(other, new Sessions(account, CLOCK), CLOCK));
    one.check();
    other.check();
    assertThat(dingTalk.calls("/v1.0/oauth2/accessToken")).isEqualTo(1);
    int rounds = 3;
    for (int round = 0; round < rounds; round++) {
      dingTalk.tokens().revoke();
      Both.send(channels, "wanglei", "round" + round);
    }
    assertThat(dingTalk.calls("/v1.0/oauth2/accessToken")).isEqualTo(1 + rounds);
    assertThat(dingTalk.sent()).hasSize(Both.THREADS * rounds);
  }
}
