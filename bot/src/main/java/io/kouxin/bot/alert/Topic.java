package io.kouxin.bot.alert;

import io.kouxin.bot.people.People.Account;
import java.time.Duration;
import java.util.Optional;

/** Something an administrator should hear of. */
sealed interface Topic {

  /** Its name in the store. */
  String key();

  /** How long it may mend itself before anybody is told. */
  Duration grace();

  /** How long after a message the next one comes; empty if once is enough. */
  Optional<Duration> pause();

  /** The topic with this key. */
  static Topic of(String key) {
    return switch (key) {
      case Trouble.KEY -> new Trouble();
      case Doubt.KEY -> new Doubt();
      case Model.KEY -> new Model();
      case String left when left.startsWith(Gone.PREFIX) ->
          new Gone(left.substring(Gone.PREFIX.length()));
      case String group when group.startsWith(Group.PREFIX) ->
          new Group(group.substring(Group.PREFIX.length()));
      case String quota when quota.startsWith(Quota.PREFIX) ->
          new Quota(quota.substring(Quota.PREFIX.length()));
      case String losses when losses.startsWith(Losses.PREFIX) ->
          new Losses(losses.substring(Losses.PREFIX.length()));
      default -> new Stranger(Account.of(key.substring(Stranger.PREFIX.length())));
    };
  }

  /** Somebody wrote who is not on the list. */
  record Stranger(Account account) implements Topic {
    static final String PREFIX = "stranger:";

    @Override
    public String key() {
      return PREFIX + account.key();
    }

    @Override
    public Duration grace() {
      return Duration.ZERO;
    }

    @Override
    public Optional<Duration> pause() {
      return Optional.empty();
    }
  }

  /**
   * Somebody cannot be reached anywhere any more. Who is moved between departments is gone for
   * minutes.
   *
   * @param person their id
   */
  record Gone(String person) implements Topic {
    static final String PREFIX = "gone:";

    @Override
    public String key() {
      return PREFIX + person;
    }

    @Override
    public Duration grace() {
      return Duration.ofMinutes(10);
    }

    @Override
    public Optional<Duration> pause() {
      return Optional.of(Duration.ofDays(1));
    }
  }

  /**
   * Most of a platform's monthly quota is used.
   *
   * @param quota channel, month and what is counted, with colons in between
   */
  record Quota(String quota) implements Topic {
    static final String PREFIX = "quota:";

    String channel() {
      return quota.substring(0, quota.indexOf(':'));
    }

    /** What is counted: calls or messages. */
    String kind() {
      return quota.substring(quota.lastIndexOf(':') + 1);
    }

    @Override
    public String key() {
      return PREFIX + quota;
    }

    @Override
    public Duration grace() {
      return Duration.ZERO;
    }

    @Override
    public Optional<Duration> pause() {
      return Optional.empty();
    }
  }

  /** A directory lost so many people at once that nobody was taken for gone. */
  record Losses(String channel) implements Topic {
    static final String PREFIX = "losses:";

    @Override
    public String key() {
      return PREFIX + channel;
    }

    @Override
    public Duration grace() {
      return Duration.ZERO;
    }

    @Override
    public Optional<Duration> pause() {
      return Optional.of(Duration.ofHours(20));
    }
  }

  /** A team's group cannot be told anything any more. */
  record Group(String team) implements Topic {
    static final String PREFIX = "group:";

    @Override
    public String key() {
      return PREFIX + team;
    }

    @Override
    public Duration grace() {
      return Duration.ZERO;
    }

    @Override
    public Optional<Duration> pause() {
      return Optional.of(Duration.ofHours(1));
    }
  }

  /** Messages kept failing and were put aside. */
  record Trouble() implements Topic {
    static final String KEY = "trouble";

    @Override
    public String key() {
      return KEY;
    }

    @Override
    public Duration grace() {
      return Duration.ZERO;
    }

    @Override
    public Optional<Duration> pause() {
      return Optional.of(Duration.ofHours(1));
    }
  }

  /** Messages left, and nobody knows whether they arrived. */
  record Doubt() implements Topic {
    static final String KEY = "doubt";

    @Override
    public String key() {
      return KEY;
    }

    @Override
    public Duration grace() {
      return Duration.ZERO;
    }

    @Override
    public Optional<Duration> pause() {
      return Optional.of(Duration.ofHours(1));
    }
  }

  /**
   * Notes wait for a speech model. At a first start it is on its way: most are there in minutes.
   */
  record Model() implements Topic {
    static final String KEY = "model";

    @Override
    public String key() {
      return KEY;
    }

    @Override
    public Duration grace() {
      return Duration.ofMinutes(10);
    }

    @Override
    public Optional<Duration> pause() {
      return Optional.of(Duration.ofDays(1));
    }
  }
}
