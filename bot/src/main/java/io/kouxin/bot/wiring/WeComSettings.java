package io.kouxin.bot.wiring;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A self-built application of WeCom; off while the corporation's id is empty.
 *
 * @param corpId of the corporation (KOUXIN_WECOM_CORPID)
 * @param agentId of the application (KOUXIN_WECOM_AGENTID)
 * @param secret of the application (KOUXIN_WECOM_SECRET)
 * @param token of its callback (KOUXIN_WECOM_TOKEN)
 * @param aesKey the EncodingAESKey of its callback (KOUXIN_WECOM_AESKEY)
 * @param baseUrl of WeCom's API; another one for a proxy or the emulator (KOUXIN_WECOM_BASEURL)
 * @param callbackUrl the address of the callback as it was entered at WeCom, for doctor to try it
 *     (KOUXIN_WECOM_CALLBACKURL)
 * @param menu a file with the application's menu; empty for the one in the jar (KOUXIN_WECOM_MENU)
 * @param loginUrl where WeCom's sign-in pages are; only for the emulator (KOUXIN_WECOM_LOGINURL)
 * @param administrators accounts of those who answer for Kouxin, separated by commas
 *     (KOUXIN_WECOM_ADMINISTRATORS)
 * @param aibot an AI bot of the same corporation, beside the application or alone
 */
@ConfigurationProperties("kouxin.wecom")
record WeComSettings(
    @DefaultValue("") String corpId,
    @DefaultValue("") String agentId,
    @DefaultValue("") String secret,
    @DefaultValue("") String token,
    @DefaultValue("") String aesKey,
    @DefaultValue("https://qyapi.weixin.qq.com") URI baseUrl,
    @DefaultValue("") String callbackUrl,
    @DefaultValue("") String menu,
    @DefaultValue("") String loginUrl,
    @DefaultValue List<String> administrators,
    @DefaultValue AiBot aibot) {

  /** How an AI bot hears. */
  enum Mode {
    /** There is none. */
    OFF,
    /** WeCom knocks at our door. */
    CALLBACK,
    /** Through a connection that we open. */
    CONNECTION
  }

  /**
   * An AI bot (智能机器人).
   *
   * @param mode {@code off}, {@code callback} or {@code connection} (KOUXIN_WECOM_AIBOT_MODE)
   * @param token of its callback (KOUXIN_WECOM_AIBOT_TOKEN)
   * @param aesKey the EncodingAESKey of its callback (KOUXIN_WECOM_AIBOT_AESKEY)
   * @param botId of the bot; needed for a connection (KOUXIN_WECOM_AIBOT_BOTID)
   * @param secret of its connection (KOUXIN_WECOM_AIBOT_SECRET)
   * @param url where WeCom takes connections; another one for a private deployment or a test
   *     (KOUXIN_WECOM_AIBOT_URL)
   * @param mediaHosts domains where files lie that people send to it, separated by commas
   *     (KOUXIN_WECOM_AIBOT_MEDIAHOSTS)
   */
  record AiBot(
      @DefaultValue("off") Mode mode,
      @DefaultValue("") String token,
      @DefaultValue("") String aesKey,
      @DefaultValue("") String botId,
      @DefaultValue("") String secret,
      @DefaultValue("wss://openws.work.weixin.qq.com") URI url,
      @DefaultValue({"qq.com", "myqcloud.com"}) List<String> mediaHosts) {

    /** Without what is secret. */
    @Override
    public String toString() {
      return "AiBot[mode=%s, botId=%s, url=%s]".formatted(mode, botId, url);
    }
  }

  /** The address to try; empty if none is set, or none that can be. */
  Optional<URI> callback() {
    return Optional.of(callbackUrl.strip())
        .filter(address -> address.matches("https?://[^/\\s]+/\\S*"))
        .map(URI::create);
  }

  /** Where our pages are for people who come from WeCom: where its callbacks come. */
  Optional<URI> home() {
    return callback().map(address -> address.resolve("/"));
  }

  /** Where WeCom's sign-in pages are, if not where they are for everybody. */
  Optional<URI> login() {
    return Optional.of(loginUrl.strip())
        .filter(address -> address.matches("https?://[^/\\s]+/?"))
        .map(address -> URI.create(address.replaceFirst("/$", "")));
  }

  /** The accounts of administrators, each as their messages come. */
  List<String> administratorAccounts() {
    return administrators.stream()
        .map(account -> account.strip().toLowerCase(Locale.ROOT))
        .filter(account -> !account.isEmpty())
        .distinct()
        .toList();
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "WeComSettings[corpId=%s, agentId=%s, baseUrl=%s]".formatted(corpId, agentId, baseUrl);
  }
}
