package io.kouxin.integrations.channel;

import java.time.Duration;

/** A platform did not do what we asked; the kind says what happens next. Anything else is a bug. */
public abstract sealed class ChannelException extends Exception {
  private static final long serialVersionUID = 1L;

  private ChannelException(String reason) {
    super(reason);
  }

  /**
   * Try again, not sooner than {@link #after}. A second or less also says that nothing has left
   * this machine, so that once more at once does no harm.
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
   * It left, and nobody knows whether it arrived, on a platform that would show a repeat twice:
   * stop, and show it as doubtful.
   */
  public static final class Doubtful extends ChannelException {
    private static final long serialVersionUID = 1L;

    /** With a reason for the log and the outbox page. */
    public Doubtful(String reason) {
      super(reason);
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
