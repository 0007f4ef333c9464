package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.ChannelException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

/**
 * What a call means that got no answer of DingTalk's. Reasons are words of ours: an exception's own
 * could quote an address with the token in it.
 */
final class Transport {
  /** Nothing has left this machine: once more at once does no harm. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration LATER = Duration.ofSeconds(30);
  private static final String FOREIGN =
      "What answered is not DingTalk: a page of a proxy or a login";

  private Transport() {}

  static ChannelException.Retry failure(IOException cause) {
    if (nothingLeft(cause)) {
      return new ChannelException.Retry(AT_ONCE, "DingTalk cannot be reached: no connection");
    }
    return cause instanceof HttpTimeoutException
        ? new ChannelException.Retry(SOON, "DingTalk did not answer in time")
        : new ChannelException.Retry(
            SOON, "The call to DingTalk broke: " + cause.getClass().getSimpleName());
  }

  /** Whether the call cannot have reached anybody. */
  static boolean nothingLeft(IOException cause) {
    return cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof UnknownHostException
        || cause.getCause() instanceof UnresolvedAddressException;
  }

  /**
   * A message left and no answer came. DingTalk knows no repeats of a robot's message, so that a
   * second try could say everything twice: a person decides, on the outbox page.
   */
  static ChannelException.Doubtful doubtful(String why) {
    return new ChannelException.Doubtful(why + ", and DingTalk would show a repeat twice");
  }

  /** Something between us and DingTalk answered in its place. */
  static ChannelException.Retry foreign() {
    return new ChannelException.Retry(LATER, FOREIGN);
  }

  /** Whether something between us and DingTalk answered, and not nobody at all. */
  static boolean isForeign(ChannelException failure) {
    return FOREIGN.equals(failure.getMessage());
  }
}
