package io.kouxin.bot.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

  @Test
  void shows_host_and_port_and_never_the_password() {
    assertThat(RedisAddress.of(" redis://:hush@redis:6380/2 ")).hasToString("redis:6380");
    assertThat(RedisAddress.of("rediss://user:hush@redis")).hasToString("redis:6379");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis",
        "localhost:6379",
        "http://:hush@redis:6379",
        "redis-sentinel://:hush@redis:6379",
        "redis://",
        "redis://:hush@",
        "redis://:hush@redis:port",
        "redis://:hush@redis:99999",
        "redis://:hush@redis/names",
        "redis://:hush hush@redis",
        "redis://:hu#sh@redis"
      })
  void an_address_that_is_none_is_refused_in_words_without_the_password(String wrong) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RedisAddress.of(wrong))
        .withMessageContaining("redis://:PASSWORD@HOST:6379/0")
        .withMessageNotContaining("hu")
        .withNoCause();
  }
}
