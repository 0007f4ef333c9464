package io.kouxin.integrations.dingtalk.emulator;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Session webhooks: each message to the robot brings an address to answer at, for a while. */
public final class Sessions {
  /** How long an address works, as in every published sample. */
  public static final Duration LIFE = Duration.ofMinutes(90);

  private final Clock clock;
  private final Map<String, Session> sessions = new HashMap<>();

  /**
   * Where an answer goes.
   *
   * @param conversation the group, or the chat with one person
   * @param user userid of who wrote; empty for an outsider
   * @param group whether the conversation is a group
   */
  record Session(String id, String conversation, String user, boolean group, Instant until) {
    URI at(String base) {
      return URI.create(base + "/robot/sendBySession?session=" + id);
    }
  }

  Sessions(Clock clock) {
    this.clock = clock;
  }

  /** Every address ends now, as the platform may. */
  public synchronized void end() {
    sessions.clear();
  }

  synchronized Session open(String conversation, String user, boolean group) {
    String id = EmulatorConfig.letters(32);
    Session session = new Session(id, conversation, user, group, clock.instant().plus(LIFE));
    sessions.put(id, session);
    return session;
  }

  synchronized Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.get(id))
        .filter(each -> clock.instant().isBefore(each.until()));
  }
}
