package io.kouxin.integrations.dingtalk.emulator;

/** The way on which a message went out. */
public enum Route {
  /** The address that came with a message. */
  SESSION,
  /** The answer to the callback itself. */
  REPLY,
  /** A custom robot's address. */
  WEBHOOK,
  /** The robot to up to twenty people, one by one. */
  BATCH,
  /** The robot to a group. */
  GROUP,
  /** An interactive card. */
  CARD,
  /** A work notification. */
  WORK,
  /** A DING: in the app, by SMS or by telephone. */
  DING
}
