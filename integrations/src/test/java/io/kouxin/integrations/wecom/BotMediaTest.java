package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.MediaRef;
import io.kouxin.integrations.wecom.emulator.BotMessage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures and files sent to a bot: sealed, at an address that WeCom names. */
class BotMediaTest {
  private static final byte[] KEY = "abcdefghijklmnopqrstuvwxyz012345".getBytes(UTF_8);
  private static final byte[] SEALED =
      Base64.getDecoder().decode("EKxR5zQuqY+9I7dpqcBbYI5qqmE/fYiLEfW3ouAMA1E=");

  private final BotHouse house;

  BotMediaTest() throws IOException {
    house = new BotHouse();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private byte[] sent(String url, String key, long atMost) throws ChannelException {
    house.bot.tell(BotMessage.media("LiSi", "image", url, key));
    var picture = (Inbound.Picture) house.kept.getLast();
    return house.channel.fetch((MediaRef.Remote) picture.media(), atMost);
  }

  private void refuses(String url, String key, long atMost, String why) {
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> sent(url, key, atMost))
        .withMessageContaining(why);
  }

  @Test
  void opens_the_vector_with_a_pad_of_seventeen() throws ChannelException {
    assertThat(new String(BotMedia.opened(SEALED, KEY), UTF_8)).isEqualTo("WECOM-MEDIA-OK!");
  }

  @Test
  void every_flipped_byte_of_it_either_is_refused_or_changes_the_words_only() {
    for (int at = 16; at < SEALED.length; at++) {
      byte[] flipped = SEALED.clone();
      flipped[at] ^= 1;
      assertThatExceptionOfType(ChannelException.Refused.class)
          .isThrownBy(() -> BotMedia.opened(flipped, KEY));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 17, 31})
  void what_is_no_whole_block_is_refused(int length) {
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> BotMedia.opened(new byte[length], KEY));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 100_000})
  void brings_what_was_sealed_with_the_callbacks_key(int length) throws ChannelException {
    byte[] picture = new byte[length];
    assertThat(sent(house.bot.file(picture), "", length)).isEqualTo(picture);
  }

  @Test
  void brings_what_was_sealed_with_a_key_of_its_own_without_padding_signs()
      throws ChannelException {
    String key = Base64.getEncoder().withoutPadding().encodeToString(KEY);
    assertThat(sent(house.bot.file("报价".getBytes(UTF_8), key), key, 100))
        .isEqualTo("报价".getBytes(UTF_8));
  }

  @Test
  void refuses_a_wrong_key_more_than_was_asked_for_and_what_is_gone() {
    String url = house.bot.file(new byte[1000]);
    refuses(url, "B".repeat(43), 2000, "does not open");
    refuses(url, "!", 2000, "does not open");
    refuses(url, "", 100, "more than");
    house.clock.advance(Duration.ofMinutes(6));
    refuses(url, "", 2000, "is gone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.qq.com/x",
        "https://qq.com.evil.example/x",
        "https://evilqq.com/x",
        "https://127.0.0.1/x",
        "https://a.qq.com:8443/x",
        "https://a.qq.com@evil.example/x",
        "file:///etc/passwd",
        "no address",
        "//a.qq.com/x"
      })
  void refuses_hosts_that_are_not_wecoms(String url) {
    BotMedia media = new BotMedia(HttpClient.newHttpClient(), BotMedia.HOSTS, "A".repeat(43));
    var ref = new MediaRef.Remote(BotMedia.reference(url, ""), "");
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> media.fetch(ref, 100));
  }

  @Test
  void an_image_a_file_and_a_video_are_what_they_are_and_one_without_an_address_is_unknown() {
    for (String type : List.of("image", "file", "video")) {
      house.bot.tell(BotMessage.media("LiSi", type, "https://a.qq.com/x", ""));
    }
    house.bot.tell(BotMessage.media("LiSi", "image", "", ""));
    assertThat(house.kept)
        .hasExactlyElementsOfTypes(
            Inbound.Picture.class, Inbound.File.class, Inbound.File.class, Inbound.Unknown.class);
  }
}
