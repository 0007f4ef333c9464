package io.kouxin.integrations.wecom.emulator;

import com.google.gson.JsonObject;

/** What the platform takes of an AI bot, for whoever is asked in another way than by HTTP. */
public final class BotRules {
  private BotRules() {}

  /** 0, or the code with which this message is refused. */
  public static int code(JsonObject body, boolean group) {
    try {
      BotChats.check(new Fields(body), group);
      return 0;
    } catch (Errcode.Refusal refusal) {
      return refusal.code();
    }
  }
}
