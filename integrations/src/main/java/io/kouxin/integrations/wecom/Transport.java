package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.ChannelException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.http.HttpStatus;
import org.apache.http.client.HttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What a call means that got no answer of WeCom's. Reasons are words of ours: an exception's own
 * could quote an address with the token in it.
 */
final class Transport {
  /** WxJava's code for an empty answer. */
  static final int NO_ANSWER = -99;

  /** Nothing has left this machine: once more at once does no harm. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private static final String FOREIGN = "What answered is not WeCom: a page of a proxy or a login";
  private static final String STATUS = "HTTP ";

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration LATER = Duration.ofSeconds(30);

  private Transport() {}

  static ChannelException failure(@Nullable Throwable cause) {
    return switch (cause) {
      case ConnectException e -> retry(AT_ONCE, "WeCom cannot be reached: no connection");
      case ConnectTimeoutException e -> retry(AT_ONCE, "WeCom cannot be reached: no connection");
      case NoRouteToHostException e -> retry(AT_ONCE, "WeCom cannot be reached: no route");
      case UnknownHostException e -> retry(AT_ONCE, "WeCom cannot be reached: unknown host");
      case SocketTimeoutException e -> retry(SOON, "WeCom did not answer in time");
      case HttpResponseException e -> status(e.getStatusCode());
      case Download.TooMuch e -> new ChannelException.Refused("The file has " + e.getMessage());
      case Download.ForeignPage e -> foreign();
      case null -> retry(SOON, "The call to WeCom broke");
      default -> retry(SOON, "The call to WeCom broke: " + cause.getClass().getSimpleName());
    };
  }

  /** As {@link #failure}, for what WeCom would show twice: what may have left is doubtful. */
  static ChannelException unrepeatable(IOException cause) {
    ChannelException failure = failure(cause);
    boolean left =
        failure instanceof ChannelException.Retry retry
            && retry.after().compareTo(AT_ONCE) > 0
            && !(cause instanceof HttpResponseException);
    return left
        ? new ChannelException.Doubtful(
            "It may have arrived: WeCom did not answer, and would show a repeat twice")
        : failure;
  }

  /** WeCom answers 200 with a code: every other status is of something on the way. */
  private static ChannelException status(int status) {
    return status == HttpStatus.SC_REQUEST_TOO_LONG
        ? new ChannelException.Refused("A proxy on the way to WeCom does not take so many bytes")
        : retry(LATER, STATUS + status + " on the way to WeCom");
  }

  /** Something between us and WeCom answered in its place. */
  static ChannelException.Retry foreign() {
    return retry(LATER, FOREIGN);
  }

  /** Whether something between us and WeCom answered, and not nobody at all. */
  static boolean isForeign(ChannelException failure) {
    String reason = String.valueOf(failure.getMessage());
    return reason.equals(FOREIGN) || reason.startsWith(STATUS);
  }

  /** Whether what was said may have been heard: the call left, and no answer of WeCom's came. */
  static boolean mayHaveArrived(ChannelException.Retry failure) {
    String reason = String.valueOf(failure.getMessage());
    return failure.after().compareTo(AT_ONCE) > 0
        && !reason.equals(FOREIGN)
        && (!reason.startsWith(STATUS) || reason.startsWith(STATUS + '5'));
  }

  private static ChannelException.Retry retry(Duration after, String reason) {
    return new ChannelException.Retry(after, reason);
  }
}
