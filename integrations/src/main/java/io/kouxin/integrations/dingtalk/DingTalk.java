package io.kouxin.integrations.dingtalk;

/** What every part of this room calls DingTalk. */
public final class DingTalk {
  /** The channel's name. */
  public static final String NAME = "dingtalk";

  private DingTalk() {}
}
