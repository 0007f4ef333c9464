package io.kouxin.integrations.dingtalk;

import java.net.URI;

/**
 * What pages of ours need to know of DingTalk besides the account.
 *
 * @param login where DingTalk's sign-in page is; another one only for the emulator
 * @param company the CorpId; empty if nobody told us, then pages cannot use DingTalk's abilities
 * @param agent the AgentId of the application
 */
public record DingTalkPages(URI login, String company, String agent) {
  /** DingTalk's script for pages. */
  static final URI SCRIPT =
      URI.create("https://g.alicdn.com/dingding/dingtalk-jsapi/3.0.25/dingtalk.open.js");
}
