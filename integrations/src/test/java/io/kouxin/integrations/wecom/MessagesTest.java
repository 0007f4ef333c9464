package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.MediaRef;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static final Inbound.Envelope FROM_ZHANG =
      new Inbound.Envelope(
          "7012345678901234567",
          "wecom",
          "zhangsan",
          "zhangsan",
          Instant.ofEpochSecond(Request.NOW));

  private static Inbound read(String xml) throws RefusedException {
    return new Reading("1000002").read(xml.getBytes(UTF_8));
  }

  private static Inbound message(String type, String fields) throws RefusedException {
    return read(
        Request.message(
            "<MsgType><![CDATA[%s]]></MsgType><MsgId>7012345678901234567</MsgId>%s"
                .formatted(type, fields)));
  }

  @Test
  void reads_words() throws Exception {
    assertThat(read(Vector.named("V1").plaintext()))
        .isEqualTo(new Inbound.Text(FROM_ZHANG, "客户说太贵了😅 怎么回?"));
  }

  @Test
  void reads_a_note() throws Exception {
    assertThat(read(Vector.named("V2").plaintext()))
        .isEqualTo(
            new Inbound.Voice(
                new Inbound.Envelope(
                    "7012345678901234568",
                    "wecom",
                    "lisi",
                    "lisi",
                    Instant.ofEpochSecond(1_760_000_123)),
                new MediaRef.Remote("1Yv-EXAMPLE_MEDIA_ID", "audio/amr")));
  }

  @Test
  void says_what_format_a_note_has() throws Exception {
    String id = "<MediaId>M</MediaId>";
    assertThat(message("voice", id)).isEqualTo(voice("audio/amr"));
    assertThat(message("voice", id + "<Format>SPEEX</Format>")).isEqualTo(voice("audio/speex"));
  }

  private static Inbound.Voice voice(String contentType) {
    return new Inbound.Voice(FROM_ZHANG, new MediaRef.Remote("M", contentType));
  }

  @Test
  void reads_a_picture_and_a_film() throws Exception {
    assertThat(message("image", "<PicUrl>http://x/</PicUrl><MediaId>M</MediaId>"))
        .isEqualTo(new Inbound.Picture(FROM_ZHANG, new MediaRef.Remote("M", "")));
    assertThat(message("video", "<MediaId>M</MediaId><ThumbMediaId>T</ThumbMediaId>"))
        .isEqualTo(
            new Inbound.File(FROM_ZHANG, new MediaRef.Remote("M", "video/mp4"), "video.mp4"));
  }

  @Test
  void reads_a_place_whose_x_is_the_latitude() throws Exception {
    assertThat(
            message(
                "location",
                "<Location_X>23.134</Location_X><Location_Y>113.358</Location_Y><Scale>20</Scale>"
                    + "<Label><![CDATA[广州市天河区]]></Label><AppType>wxwork</AppType>"))
        .isEqualTo(new Inbound.Place(FROM_ZHANG, 23.134, 113.358, "广州市天河区"));
  }

  @Test
  void reads_a_link_as_its_title_and_address() throws Exception {
    String url = "<Url><![CDATA[https://example.com/a?b=1&c=2]]></Url>";
    assertThat(message("link", "<Title><![CDATA[报价单]]></Title><Description/>" + url))
        .isEqualTo(new Inbound.Text(FROM_ZHANG, "报价单 https://example.com/a?b=1&c=2"));
    assertThat(message("link", url))
        .isEqualTo(new Inbound.Text(FROM_ZHANG, "https://example.com/a?b=1&c=2"));
  }

  @Test
  void keeps_a_kind_it_does_not_know() throws Exception {
    assertThat(message("sticker", "<Sticker>1</Sticker>"))
        .isEqualTo(new Inbound.Unknown(FROM_ZHANG, "sticker"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "voice", "image", "video", "location", "link"})
  void keeps_a_message_without_what_belongs_to_it(String type) throws Exception {
    assertThat(message(type, "")).isEqualTo(new Inbound.Unknown(FROM_ZHANG, type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "91", "-91", "north", "", "Infinity", "1e300", "23,1"})
  void believes_no_place_that_is_not_on_earth(String latitude) throws Exception {
    assertThat(
            message(
                "location",
                "<Location_X>" + latitude + "</Location_X><Location_Y>113</Location_Y>"))
        .isEqualTo(new Inbound.Unknown(FROM_ZHANG, "location"));
  }

  @Test
  void reads_escapes_lines_and_words_that_look_like_xml() throws Exception {
    assertThat(message("text", "<Content>a &lt;b&gt; &amp;&#x4e2d;</Content>"))
        .isEqualTo(new Inbound.Text(FROM_ZHANG, "a <b> &中"));
    assertThat(message("text", "<Content><![CDATA[ 一\n<Content>二</Content> ]]></Content>"))
        .isEqualTo(new Inbound.Text(FROM_ZHANG, " 一\n<Content>二</Content> "));
    assertThat(message("text", "<Content><![CDATA[a]]]]><![CDATA[>b]]></Content>"))
        .isEqualTo(new Inbound.Text(FROM_ZHANG, "a]]>b"));
  }

  @Test
  void loses_no_words_over_a_control_character() throws Exception {
    assertThat(message("text", "<Content><![CDATA[王总\u0008说\u0000贵]]></Content>"))
        .isEqualTo(new Inbound.Text(FROM_ZHANG, "王总 说 贵"));
  }

  @Test
  void ignores_what_it_does_not_know_wherever_it_is() throws Exception {
    String more = "<New a=\"1\"><Content>不是</Content></New><!-- x --><?y z?><Content>是</Content>";
    assertThat(message("text", more)).isEqualTo(new Inbound.Text(FROM_ZHANG, "是"));
  }

  @Test
  void takes_one_person_for_one_however_the_user_id_is_spelled() throws Exception {
    String xml = Vector.named("V1").plaintext();
    assertThat(read(xml.replace("ZhangSan", "ZHANGSAN"))).isEqualTo(read(xml));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FromUserName", "CreateTime", "MsgType"})
  void refuses_a_message_without_what_every_message_has(String field) {
    String xml = Vector.named("V1").plaintext().replace(field, "Other");
    assertThat(refused(xml)).isEqualTo(Refusal.FIELD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "1.5", "123456789012"})
  void refuses_a_time_that_is_none(String time) {
    String xml = Vector.named("V1").plaintext();
    assertThat(refused(xml.replace("<CreateTime>1760000000", "<CreateTime>" + time)))
        .isEqualTo(Refusal.FIELD);
  }

  private static Refusal refused(String xml) {
    return catchThrowableOfType(RefusedException.class, () -> read(xml)).refusal();
  }
}
