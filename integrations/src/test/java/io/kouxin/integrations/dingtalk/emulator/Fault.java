package io.kouxin.integrations.dingtalk.emulator;

import java.time.Duration;

/** One way in which the platform lets its callers down. */
public sealed interface Fault {
  /** It works, but the answer takes this long. */
  record Slow(Duration by) implements Fault {}

  /** It works, but the answer comes too late for anybody. */
  record Hang() implements Fault {}

  /** It works, but the connection is cut instead of an answer. */
  record LostAnswer() implements Fault {}

  /** The connection is cut and nothing happened. */
  record Down() implements Fault {}

  /** Nothing happened but this HTTP status and an error body of that kind of path. */
  record Status(int code) implements Fault {}

  /** Nothing happened; what answers is a page of somebody on the way, with HTTP 200. */
  record Page(String html) implements Fault {}

  /** Nothing happened, for the token is said to be bad, however fresh. */
  record BadToken() implements Fault {}

  /** Nothing happened: too many calls within a second. */
  record Qps() implements Fault {}

  /** Nothing happened: the calls of the month are used up. */
  record QuotaGone() implements Fault {}

  /**
   * Nothing happened but this code: a number with HTTP 200 on old paths, words with HTTP 400 on new
   * ones.
   */
  record Code(String code) implements Fault {}
}
