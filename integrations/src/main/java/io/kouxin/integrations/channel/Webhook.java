package io.kouxin.integrations.channel;

import java.util.Map;

/**
 * A door at which a platform knocks over HTTP. It says what to answer and knows no web framework.
 * Safe for many threads.
 */
public interface Webhook {

  /** The name of the channel it belongs to, lower case. */
  String name();

  /**
   * Where it lies below the address of callbacks, without a slash at either end: a platform with
   * several doors knocks at {@code dingtalk/robot} and {@code dingtalk/events}.
   */
  default String path() {
    return name();
  }

  /** How many bytes of a body it reads at most; a longer one is answered 413 unread. */
  int mostBytes();

  /** Answers the platform's question whether this address is ours (GET). */
  Answer verify(Map<String, String> query);

  /**
   * Takes what the platform brings (POST). It answers 200 only after everything in it has been kept
   * durably; any other answer makes the platform bring it again.
   */
  Answer receive(Visit visit);

  /**
   * What the platform brings.
   *
   * @param query decoded parameters of the address
   * @param headers of the request by their names in lower case, the first of each
   * @param body as received, at most {@link #mostBytes}
   */
  @SuppressWarnings("ArrayRecordComponent") // up to a quarter of a megabyte: no copies
  record Visit(Map<String, String> query, Map<String, String> headers, byte[] body) {
    public Visit {
      query = Map.copyOf(query);
      headers = Map.copyOf(headers);
    }
  }

  /**
   * What goes back to the platform.
   *
   * @param status of HTTP
   * @param contentType empty for an empty body
   * @param reason for our log where the status is not 200; never shown to the caller
   */
  record Answer(int status, String contentType, String body, String reason) {
    /** Taken, with nothing to say. */
    public static Answer taken() {
      return new Answer(200, "", "", "");
    }

    /** Taken, with these words. */
    public static Answer of(String contentType, String body) {
      return new Answer(200, contentType, body, "");
    }

    /** Not taken. */
    public static Answer not(int status, String reason) {
      return new Answer(status, "", "", reason);
    }
  }
}
