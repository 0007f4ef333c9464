package io.kouxin.bot.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Redis that several nodes share.
 *
 * @param url its address, such as {@code redis://:PASSWORD@HOST:6379/0}, the same on every node;
 *     empty for one node alone (KOUXIN_REDIS_URL)
 */
@ConfigurationProperties("kouxin.redis")
record RedisSettings(@DefaultValue("") String url) {

  /** Without what is secret. */
  @Override
  public String toString() {
    return "RedisSettings[set=%s]".formatted(!url.isBlank());
  }
}
