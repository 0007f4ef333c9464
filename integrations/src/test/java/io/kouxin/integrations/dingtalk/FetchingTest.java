package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.MediaRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchingTest {
  private static final MediaRef.Remote NOTE = new MediaRef.Remote("code-1", "audio/amr");
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  private ChannelException failure(long atMost) {
    return catchThrowableOfType(ChannelException.class, () -> office.channel.fetch(NOTE, atMost));
  }

  private void file(int status, String type, String body) {
    office.standIn.next(
        "/files/x.file", new DingTalkStandIn.Scripted(status, type, body.getBytes(UTF_8)));
  }

  @Test
  void brings_the_bytes_behind_a_code() throws ChannelException {
    assertThat(office.channel.fetch(NOTE, 1000)).isEqualTo(DingTalkStandIn.SOUND);
    Fields asked = office.standIn.of(DingTalkStandIn.DOWNLOAD).getFirst().fields();
    assertThat(asked.words("downloadCode")).isEqualTo("code-1");
    assertThat(asked.words("robotCode")).isEqualTo("dingappkey01");
  }

  @Test
  void exactly_so_many_are_taken_and_one_more_is_not() throws ChannelException {
    int size = DingTalkStandIn.SOUND.length;
    assertThat(office.channel.fetch(NOTE, size)).hasSize(size);
    assertThat(failure(size - 1))
        .isInstanceOf(ChannelException.Refused.class)
        .hasMessageContaining("more than " + (size - 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/files/x",
        "http://169.254.169.254/latest",
        "https://dingtalk.com.example.org/x",
        "https://evildingtalk.com/x",
        "https://a.aliyuncs.com@example.org/x",
        "file:///etc/passwd",
        "not an address",
        ""
      })
  void an_address_elsewhere_is_not_visited(String address) {
    office.standIn.next(DingTalkStandIn.DOWNLOAD, 200, "{'downloadUrl':'" + address + "'}");
    assertThat(failure(1000))
        .isInstanceOf(ChannelException.Refused.class)
        .hasMessageContaining("host");
  }

  @Test
  void an_address_that_ran_out_is_refused() {
    file(403, "application/xml", "<Error/>");
    assertThat(failure(1000)).isInstanceOf(ChannelException.Refused.class);
  }

  @Test
  void a_redirect_is_not_followed() {
    file(302, "", "");
    assertThat(failure(1000)).isInstanceOf(ChannelException.Refused.class);
  }

  @Test
  void a_page_for_people_or_a_broken_store_waits() {
    file(200, "text/html", "<html>login</html>");
    assertThat(failure(1000)).isInstanceOf(ChannelException.Retry.class);
    file(503, "application/xml", "<Error/>");
    assertThat(failure(1000)).isInstanceOf(ChannelException.Retry.class);
  }
}
