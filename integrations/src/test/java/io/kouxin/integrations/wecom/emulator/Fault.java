package io.kouxin.integrations.wecom.emulator;

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

  /** Nothing happened but this HTTP status. */
  record Status(int code) implements Fault {}

  /** Nothing happened but this error code, with HTTP 200 as always. */
  record Code(int errcode) implements Fault {}

  /** Nothing happened; what answers is a page of somebody on the way, with HTTP 200. */
  record Page(String html) implements Fault {}
}
