package io.kouxin.bot.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings that are not of one room.
 *
 * @param home where the state lives (KOUXIN_HOME)
 * @param adminToken of whoever runs this service; made at first start if empty (KOUXIN_ADMINTOKEN)
 * @param publicUrl where people's browsers find this service, such as https://kouxin.example.com
 *     (KOUXIN_PUBLICURL)
 * @param timeZone of every time that is said or shown (KOUXIN_TIMEZONE)
 * @param packs installed at first start, in this order (KOUXIN_PACKS)
 * @param mediaRetention how long recordings and pictures are kept (KOUXIN_MEDIARETENTION)
 * @param threads for the steps of durable work (KOUXIN_THREADS)
 * @param understanding how memos are understood
 * @param sandbox the local chat
 */
@ConfigurationProperties("kouxin")
record KouxinSettings(
    @DefaultValue(".kouxin") Path home,
    @DefaultValue("") String adminToken,
    @DefaultValue("") String publicUrl,
    @DefaultValue("Asia/Shanghai") ZoneId timeZone,
    @DefaultValue({"general", "medical-device"}) List<String> packs,
    @DefaultValue("180d") Duration mediaRetention,
    @DefaultValue("24") int threads,
    @DefaultValue Understanding understanding,
    @DefaultValue Sandbox sandbox) {

  /**
   * How memos are understood.
   *
   * @param vectors whether by meaning, too, and not by words alone: finds far more of what is said
   *     in other words, and takes more memory (KOUXIN_UNDERSTANDING_VECTORS)
   */
  record Understanding(@DefaultValue("true") boolean vectors) {}

  /**
   * The local chat.
   *
   * @param enabled whether it is there (KOUXIN_SANDBOX_ENABLED)
   * @param allowRemote whether it may be reached from other machines (KOUXIN_SANDBOX_ALLOWREMOTE)
   */
  record Sandbox(
      @DefaultValue("true") boolean enabled, @DefaultValue("false") boolean allowRemote) {}
}
