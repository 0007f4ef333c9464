package io.kouxin.bot.coordination;

import io.kouxin.integrations.channel.Wakeups;

/** Calls through Redis; those of this node come without it. */
final class RedisWakeups implements Wakeups {
  private static final String CHANNEL = "kouxin:wake:";
  private final RedisLink link;
  private final Wakeups here;

  RedisWakeups(RedisLink link, Wakeups here) {
    this.link = link;
    this.here = here;
  }

  @Override
  public void publish(String topic) {
    here.publish(topic);
    link.ask(redis -> redis.publish(CHANNEL + topic, ""));
  }

  @Override
  public void subscribe(String topic, Runnable look) {
    here.subscribe(topic, look);
  }

  /** Takes a call of any node. */
  void heard(String channel, String words) {
    here.publish(channel.substring(CHANNEL.length()));
  }
}
