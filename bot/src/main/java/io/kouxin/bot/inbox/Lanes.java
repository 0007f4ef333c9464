package io.kouxin.bot.inbox;

import io.kouxin.integrations.channel.Inbound.Envelope;

/** The keys of the inbox's work. */
final class Lanes {
  /**
   * Fetching and hearing are spread over so many lanes, so that a backlog never fills all threads.
   */
  private static final int LANES = 6;

  private Lanes() {}

  static String of(String id) {
    return Integer.toString(Math.floorMod(id.hashCode(), LANES));
  }

  static String conversation(Envelope envelope) {
    return envelope.channel() + ":" + envelope.conversation();
  }

  static String channel(String key) {
    return key.substring(0, key.indexOf(':'));
  }

  static String conversation(String key) {
    return key.substring(key.indexOf(':') + 1);
  }
}
