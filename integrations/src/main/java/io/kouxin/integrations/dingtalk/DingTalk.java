package io.kouxin.integrations.dingtalk;

import java.util.Locale;

/** What every part of this room calls DingTalk. */
public final class DingTalk {
  /** The channel's name. */
  public static final String NAME = "dingtalk";

  private DingTalk() {}

  /** DingTalk's own browser, on phones and on desktops, says its name. */
  static boolean isOwnBrowser(String userAgent) {
    return userAgent.toLowerCase(Locale.ROOT).contains("dingtalk");
  }
}
