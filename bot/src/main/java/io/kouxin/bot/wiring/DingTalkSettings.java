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
 * @param administrators accounts of those who answer for Kouxin, separated by commas
 *     (KOUXIN_DINGTALK_ADMINISTRATORS)
 * @param ding how managers are alerted of what is urgent, besides the message itself: {@code off},
 *     {@code app}, {@code sms} or {@code phone}; the last two cost money (KOUXIN_DINGTALK_DING)
 * @param agentId the application's number (AgentId), for work notifications to those whom the robot
 *     does not reach and for pages inside DingTalk; empty for none (KOUXIN_DINGTALK_AGENTID)
 * @param cardTemplate id of the template of interactive cards; empty for cards of Markdown
 *     (KOUXIN_DINGTALK_CARDTEMPLATE)
 * @param cardCallbackUrl of our door for cards as DingTalk reaches it, in HTTP mode with a template
 *     (KOUXIN_DINGTALK_CARDCALLBACKURL)
 * @param quota what the company's edition allows
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
    @DefaultValue List<String> administrators,
    @DefaultValue("off") Alarm ding,
    @DefaultValue("") String agentId,
    @DefaultValue("") String cardTemplate,
    @DefaultValue("") String cardCallbackUrl,
    @DefaultValue Quota quota) {

  /** How messages come. */
  enum Mode {
    /** Through a connection that we open. */
    STREAM,
    /** DingTalk knocks at our doors. */
    HTTP
  }

  /** How managers are alerted. */
  enum Alarm {
    /** By the message alone. */
    OFF,
    /** By a DING in the application. */
    APP,
    /** By a text message. */
    SMS,
    /** By a call. */
    PHONE
  }

  /**
   * What an edition allows, in a calendar month where nothing else is said, the standard edition's
   * figures of November 2025; 0 a month where it sets no limit.
   *
   * @param calls of the API (KOUXIN_DINGTALK_QUOTA_CALLS)
   * @param messages that come in or leave by webhook or Stream (KOUXIN_DINGTALK_QUOTA_MESSAGES)
   * @param callsPerSecond on each path of the API, by all nodes together; four fifths of it are
   *     used (KOUXIN_DINGTALK_QUOTA_CALLSPERSECOND)
   */
  record Quota(
      @DefaultValue("5000") long calls,
      @DefaultValue("3000") long messages,
      @DefaultValue("20") int callsPerSecond) {}

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
