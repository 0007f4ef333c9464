package io.kouxin.integrations.sandbox;

import io.kouxin.integrations.channel.Limits;
import java.util.Optional;
import java.util.stream.Stream;

/** Which platform the sandbox imitates: the same chat, cut to that platform's limits. */
public enum Look {
  /**
   * WeCom's button and vote cards: the advisory lengths of its template-card page (title 26,
   * description 30, sub-title 112, button text 10 characters) and its hard counts (6 rows, 6
   * buttons, 20 vote options, corner menu of 3); a text message holds 2048 bytes. Row lengths are
   * what fits one line of a phone.
   */
  LIKE_WECOM("wecom", new Limits(26, 30, 112, 6, 5, 26, 20, 6, 10, 3, 2048, true, true)),

  /**
   * An ordinary DingTalk robot: markdown whose buttons are {@code dtmd} words to tap, no native
   * card and no change in place. A robot message holds 15,000 bytes, so lengths are what reads
   * well, not what fits; each tap counts against the monthly quota, so few are offered.
   */
  LIKE_DINGTALK("dingtalk", new Limits(40, 60, 500, 12, 8, 60, 6, 4, 12, 3, 15_000, false, false));

  private final String platform;
  private final Limits limits;

  Look(String platform, Limits limits) {
    this.platform = platform;
    this.limits = limits;
  }

  /** The platform's name, lower case, as pages and settings write it. */
  public String platform() {
    return platform;
  }

  /** What that platform takes. */
  public Limits limits() {
    return limits;
  }

  /** The look with this platform's name; empty if there is none. */
  public static Optional<Look> of(String platform) {
    return Stream.of(values()).filter(look -> look.platform.equals(platform)).findFirst();
  }
}
