package io.kouxin.integrations.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks a platform whether it lets us work, for whoever connects it. Nothing it does changes
 * anything there, but {@link #send}. Safe for many threads.
 */
public interface Checkup {
  /**
   * What our own question at our own door calls itself, so that nobody takes it for the platform's.
   */
  String USER_AGENT = "Kouxin-doctor";

  /** The name of the channel it belongs to, lower case. */
  String name();

  /** Asks the platform and our own door; takes seconds at most, and never throws. */
  List<Symptom> look();

  /** Really sends this card to one person, and says what came of it. */
  Symptom send(String account, Outbound.Push card);

  /**
   * What words for the log mean: the reason for which a message waits or was refused, or for which
   * our door let somebody stand outside. Empty if they are not of this channel.
   */
  Optional<Symptom> reading(String reason);

  /**
   * One thing that was looked at.
   *
   * @param about what was looked at, such as {@code access}
   * @param key what was found, for tables of sentences, such as {@code trusted-ip}
   * @param details what the sentence needs
   */
  record Symptom(String about, String key, State state, Map<String, String> details) {
    public Symptom {
      details = Map.copyOf(details);
    }

    /** Something found without details. */
    public Symptom(String about, String key, State state) {
      this(about, key, state, Map.of());
    }
  }

  /** How bad it is, the best first. */
  enum State {
    OK,
    /** It could not be found out. */
    UNKNOWN,
    /** It works, but somebody should look. */
    WARNING,
    /** It does not work until somebody mends it. */
    BROKEN
  }
}
