package io.kouxin.integrations.wecom;

/** What every part of this room calls WeCom. */
public final class WeCom {
  /** The channel's name. */
  public static final String NAME = "wecom";

  private WeCom() {}
}
