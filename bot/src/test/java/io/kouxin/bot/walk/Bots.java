package io.kouxin.bot.walk;

import io.kouxin.integrations.wecom.emulator.EmulatedBot;
import io.kouxin.integrations.wecom.emulator.WeComEmulator;
import io.kouxin.integrations.wecom.emulator.gateway.AiBotGateway;
import java.util.HashMap;
import java.util.Map;

/** What a service has to know of an AI bot, as environment variables. */
final class Bots {
  private Bots() {}

  /** Of one whose connection the service holds; the gateway's certificate must be trusted. */
  static Map<String, String> connected(AiBotGateway gateway, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("KOUXIN_WECOM_AIBOT_MODE", "connection");
    all.put("KOUXIN_WECOM_AIBOT_BOTID", AiBotGateway.BOT_ID);
    all.put("KOUXIN_WECOM_AIBOT_SECRET", AiBotGateway.SECRET);
    all.put("KOUXIN_WECOM_AIBOT_URL", gateway.url().toString());
    return all;
  }

  /** Of one that is called back, without an application beside it. */
  static Map<String, String> calledBack(WeComEmulator wecom, Map<String, String> more) {
    EmulatedBot bot = wecom.bot();
    Map<String, String> all = new HashMap<>(more);
    all.put("KOUXIN_WECOM_AIBOT_MODE", "callback");
    all.put("KOUXIN_WECOM_AIBOT_TOKEN", bot.keys().token());
    all.put("KOUXIN_WECOM_AIBOT_AESKEY", bot.keys().aesKey());
    all.put("KOUXIN_WECOM_AIBOT_MEDIAHOSTS", wecom.baseUrl());
    all.put("KOUXIN_WECOM_BASEURL", wecom.baseUrl());
    return all;
  }
}
