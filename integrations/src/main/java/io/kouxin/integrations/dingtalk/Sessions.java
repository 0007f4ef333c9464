package io.kouxin.integrations.dingtalk;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The webhooks with which conversations may be answered for a while (KB:robot-message-type: 90
 * minutes). They live in memory: whoever does not find one here sends through the API. Safe for
 * many threads.
 */
public final class Sessions {
  /** A webhook is not used any more so long before DingTalk forgets it. */
  static final Duration MARGIN = Duration.ofMinutes(5);

  private static final int REMEMBERED = 10_000;
  private static final int LONGEST = 2_000;
  private final URI believed;
  private final Clock clock;
  private final Map<String, Session> sessions = new Recent<>(REMEMBERED);

  /** Only webhooks at the account's old API are believed: we post people's words there. */
  public Sessions(DingTalkAccount account, Clock clock) {
    this.believed = account.oapiUrl();
    this.clock = clock;
  }

  private record Session(URI webhook, Instant until) {}

  /**
   * Remembers a conversation's newest webhook; one that is foreign or unreadable is passed over.
   */
  void remember(String conversation, String webhook, Instant expires) {
    address(webhook)
        .ifPresent(
            address -> {
              synchronized (sessions) {
                sessions.put(conversation, new Session(address, expires.minus(MARGIN)));
              }
            });
  }

  /** The webhook that still lives; empty if there is none. */
  Optional<URI> living(String conversation) {
    synchronized (sessions) {
      return Optional.ofNullable(sessions.get(conversation))
          .filter(session -> clock.instant().isBefore(session.until()))
          .map(Session::webhook);
    }
  }

  /** DingTalk does not know this one any more; a newer one stays. */
  void forget(String conversation, URI webhook) {
    synchronized (sessions) {
      Session known = sessions.get(conversation);
      if (known != null && known.webhook().equals(webhook)) {
        sessions.remove(conversation);
      }
    }
  }

  private Optional<URI> address(String webhook) {
    if (webhook.isBlank() || webhook.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI address = URI.create(webhook);
      return Optional.of(address).filter(this::believed);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private boolean believed(URI address) {
    return believed.getScheme().equalsIgnoreCase(String.valueOf(address.getScheme()))
        && believed.getAuthority().equalsIgnoreCase(String.valueOf(address.getAuthority()));
  }
}
