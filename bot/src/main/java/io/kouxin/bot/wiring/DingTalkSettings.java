package io.kouxin.bot.wiring;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An application of DingTalk with a robot; off while the client's id is empty.
 *
 * @param clientId of the application, once called AppKey (KOUXIN_DINGTALK_CLIENTID)
 * @param clientSecret of the application, once called AppSecret (KOUXIN_DINGTALK_CLIENTSECRET)
 * @param robotCode of the robot; empty where it is the client's id (KOUXIN_DINGTALK_ROBOTCODE)
 * @param mode how messages come: {@code stream}, or {@code http} (KOUXIN_DINGTALK_MODE)
 * @param token of the event subscription in HTTP mode (KOUXIN_DINGTALK_TOKEN)
 * @param aesKey of the event subscription in HTTP mode (KOUXIN_DINGTALK_AESKEY)
 * @param apiUrl of DingTalk's API; another one for a proxy or the emulator (KOUXIN_DINGTALK_APIURL)
 * @param oapiUrl of DingTalk's older API (KOUXIN_DINGTALK_OAPIURL)
 * @param loginUrl of DingTalk's sign-in page; another one for the emulator
 *     (KOUXIN_DINGTALK_LOGINURL)
 * @param corpId of the company, for pages inside DingTalk (KOUXIN_DINGTALK_CORPID)
 * @param agentId of the application, for pages inside DingTalk (KOUXIN_DINGTALK_AGENTID)
 * @param administrators accounts of those who answer for Kouxin, separated by commas
 *     (KOUXIN_DINGTALK_ADMINISTRATORS)
 * @param quota what the company's edition allows in a month
 */
@ConfigurationProperties("kouxin.dingtalk")
record DingTalkSettings(
    @DefaultValue("") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("") String robotCode,
    @DefaultValue("stream") Mode mode,
    @DefaultValue("") String token,
    @DefaultValue("") String aesKey,
    @DefaultValue("https://api.dingtalk.com") URI apiUrl,
    @DefaultValue("https://oapi.dingtalk.com") URI oapiUrl,
    @DefaultValue("https://login.dingtalk.com") URI loginUrl,
    @DefaultValue("") String corpId,
    @DefaultValue("") String agentId,
    @DefaultValue List<String> administrators,
    @DefaultValue Quota quota) {

  /** How messages come. */
  enum Mode {
    /** Through a connection that we open. */
    STREAM,
    /** DingTalk knocks at our doors. */
    HTTP
  }

  /**
   * What an edition allows in a calendar month; the standard edition's figures of November 2025.
   *
   * @param calls of the API (KOUXIN_DINGTALK_QUOTA_CALLS)
   * @param messages that come in or leave by webhook or Stream (KOUXIN_DINGTALK_QUOTA_MESSAGES)
   */
  record Quota(@DefaultValue("5000") long calls, @DefaultValue("3000") long messages) {}

  /** The robot's code. */
  String robot() {
    return robotCode.isBlank() ? clientId : robotCode;
  }

  /** The accounts of administrators. */
  List<String> administratorAccounts() {
    return administrators.stream()
        .map(String::strip)
        .filter(account -> !account.isEmpty())
        .distinct()
        .toList();
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "DingTalkSettings[clientId=%s, mode=%s, apiUrl=%s]".formatted(clientId, mode, apiUrl);
  }
}
