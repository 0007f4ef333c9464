package io.kouxin.integrations.channel;

import java.time.Duration;

/** A platform did not do what we asked; the kind says what happens next. Anything else is a bug. */
public abstract sealed class ChannelException extends Exception {
  private static final long serialVersionUID = 1L;

  private ChannelException(String reason) {
    super(reason);
  }

  /**
   * It did not arrive: try again, not sooner than {@link #after}. A second or less also says that
   * nothing has left this machine, so that once more at once does no harm.
   */
  public static final class Retry extends ChannelException {
    private static final long serialVersionUID = 1L;
    private final Duration after;

    /** With a reason for the log. */
    public Retry(Duration after, String reason) {
      super(reason);
      this.after = after;
    }

    /** How long to wait at least. */
    public Duration after() {
      return after;
    }
  }

  /**
   * Nothing has left, and nothing is wrong: all of us together have said as much as the platform
   * takes in a while, so wait for a turn.
   */
  public static final class Wait extends ChannelException {
    private static final long serialVersionUID = 1L;
    private final Duration after;
    private final Duration apart;

    /**
     * With what is waited for.
     *
     * @param after before which there is no room
     * @param apart how far apart those who wait find room
     */
    public Wait(Duration after, Duration apart, String what) {
      super("So much is said at once that it waits for its turn: " + what);
      this.after = after;
      this.apart = apart;
    }

    /** How long to wait at least. */
    public Duration after() {
      return after;
    }

    /** How far apart those who wait come back, so that not all of them come at once. */
    public Duration apart() {
      return apart;
    }
  }

  /**
   * It left, and nobody knows whether it arrived. While the platform takes a repeat of the same key
   * for what it is, say it again; else stop, and show it as doubtful.
   */
  public static final class Doubtful extends ChannelException {
    /** How all reasons begin. */
    public static final String BEGINNING = "It may have arrived: ";

    private static final long serialVersionUID = 1L;
    private final Duration remembered;

    /** On a platform that would show a repeat twice, with a reason for log and outbox page. */
    public Doubtful(String reason) {
      this(Duration.ZERO, reason);
    }

    /**
     * With a reason for log and outbox page.
     *
     * @param remembered how long, from the first time on, a repeat is no second message
     */
    public Doubtful(Duration remembered, String reason) {
      super(BEGINNING + reason);
      this.remembered = remembered;
    }

    /** How long, from the first time on, a repeat is no second message; zero: not at all. */
    public Duration remembered() {
      return remembered;
    }
  }

  /** It will never work: stop, show it, tell the sender where that helps. */
  public static final class Refused extends ChannelException {
    private static final long serialVersionUID = 1L;

    /** With a reason for the log and the outbox page. */
    public Refused(String reason) {
      super(reason);
    }
  }
}
