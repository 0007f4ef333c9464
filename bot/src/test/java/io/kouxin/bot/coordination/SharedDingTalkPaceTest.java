package io.kouxin.bot.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.dingtalk.DingTalkAccount;
import io.kouxin.integrations.dingtalk.DingTalkApi;
import io.kouxin.integrations.dingtalk.DingTalkChannel;
import io.kouxin.integrations.dingtalk.Meter;
import io.kouxin.integrations.dingtalk.Sessions;
import io.kouxin.integrations.dingtalk.emulator.DingTalkEmulator;
import io.kouxin.integrations.dingtalk.emulator.EmulatorConfig;
import io.kouxin.integrations.dingtalk.emulator.Person;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes with more to say than a DingTalk takes that counts by the real clock. */
class SharedDingTalkPaceTest {
  private static final Clock CLOCK = Clock.systemUTC();

  /** More than one second takes, and than two nodes that know nothing of each other would keep. */
  private static final int MESSAGES = 40;

  private final DingTalkEmulator dingTalk = DingTalkEmulator.start(EmulatorConfig.random());
  private final DingTalkAccount account =
      new DingTalkAccount(
          dingTalk.app().clientId(),
          dingTalk.app().clientSecret(),
          dingTalk.app().robotCode(),
          URI.create(dingTalk.baseUrl()),
          URI.create(dingTalk.baseUrl()));
  private final Company company = new Company(TestRedis.shared()).together();
  private final DingTalkApi one = new DingTalkApi(account, Meter.NONE, company.one, CLOCK);
  private final DingTalkApi other = new DingTalkApi(account, Meter.NONE, company.other, CLOCK);

  @AfterEach
  void close() {
    one.close();
    other.close();
    company.close();
    dingTalk.close();
  }

  @Test
  void together_they_keep_to_the_second_of_the_application() throws Exception {
    one.check();
    List<Future<?>> all = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < MESSAGES; i++) {
        String person = "rep" + i;
        dingTalk.people().add(Person.of(person, person));
        var channel =
            new DingTalkChannel(i % 2 == 0 ? one : other, new Sessions(account, CLOCK), CLOCK);
        all.add(threads.submit(() -> says(channel, person)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertThat(dingTalk.sent()).hasSize(MESSAGES);
    assertThat(dingTalk.refusals()).as("nobody was too fast").isEmpty();
  }

  private static Delivered says(DingTalkChannel channel, String person) throws ChannelException {
    while (true) {
      try {
        return channel.deliver(person, new Outbound.Reply("r:" + person, "话"));
      } catch (ChannelException.Wait wait) {
        LockSupport.parkNanos(wait.after().toNanos());
      }
    }
  }
}
