package io.kouxin.integrations.dingtalk;

import java.time.Duration;

/** An organisation that runs on this machine, and the robot that talks to it. */
final class Office implements AutoCloseable {
  final DingTalkStandIn standIn = new DingTalkStandIn();
  final MovingClock clock = new MovingClock();
  final Quota quota = new Quota(clock);
  final DingTalkApi api = new DingTalkApi(standIn.account(), quota, clock);
  final Sessions sessions = new Sessions(standIn.account(), clock);
  final DingTalkChannel channel = new DingTalkChannel(api, sessions, clock);

  /** Wang Lei wrote a moment ago. */
  Office written() {
    sessions.remember("wanglei", standIn.webhook(), clock.instant().plus(Duration.ofMinutes(90)));
    return this;
  }

  @Override
  public void close() {
    api.close();
    standIn.close();
  }
}
