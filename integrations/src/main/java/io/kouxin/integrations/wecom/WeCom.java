package io.kouxin.integrations.wecom;

import java.util.Locale;

/** What every part of this room calls WeCom. */
public final class WeCom {
  /** The channel's name. */
  public static final String NAME = "wecom";

  private WeCom() {}

  /** WeCom's own browser, on phones and on desktops, says {@code wxwork}; WeChat's does not. */
  static boolean isOwnBrowser(String userAgent) {
    return userAgent.toLowerCase(Locale.ROOT).contains("wxwork");
  }
}
