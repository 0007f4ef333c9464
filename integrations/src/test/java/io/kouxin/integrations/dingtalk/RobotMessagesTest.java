package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.MediaRef;
import io.kouxin.integrations.channel.TapCode;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RobotMessagesTest {
  private final Sessions sessions = new Sessions(Robot.ACCOUNT, Robot.CLOCK);
  private final RobotMessages messages =
      new RobotMessages(Robot.ACCOUNT, sessions, Meter.NONE, Robot.CLOCK);

  private Inbound read(String content) throws RefusedException {
    return messages.read(Robot.message(content));
  }

  private Inbound read(JsonObject message) throws RefusedException {
    return messages.read(message);
  }

  private Refusal refusal(JsonObject message) {
    return catchThrowableOfType(RefusedException.class, () -> messages.read(message)).refusal();
  }

  @Test
  void words_come_without_the_space_the_mention_left() throws RefusedException {
    var envelope =
        new Inbound.Envelope(
            "msg+1==", "dingtalk", "wanglei", "wanglei", Instant.ofEpochMilli(Robot.NOW));
    assertThat(read(Robot.text(" 王总说太贵"))).isEqualTo(new Inbound.Text(envelope, "王总说太贵"));
  }

  @Test
  void a_tapped_link_stays_words() throws RefusedException {
    String said = TapCode.of("card", "confirm", "没问题").words();
    assertThat(((Inbound.Text) read(Robot.text(said))).text()).isEqualTo(said);
  }

  @Test
  void a_mention_without_words_is_something_unknown() throws RefusedException {
    assertThat(((Inbound.Unknown) read(Robot.text(" "))).kind()).isEqualTo("empty");
  }

  @Test
  void a_note_brings_the_words_dingtalk_understood() throws RefusedException {
    var voice =
        (Inbound.Voice)
            read(
                "'msgtype':'audio','content':{'downloadCode':'c1','duration':4000,'recognition':'太贵'}");
    assertThat(voice.media()).isEqualTo(new MediaRef.Remote("c1", "audio/amr"));
    assertThat(voice.recognised()).contains("太贵");
  }

  @Test
  void a_note_may_come_without_words_or_without_sound() throws RefusedException {
    var silent = (Inbound.Voice) read("'msgtype':'audio','content':{'downloadCode':'c1'}");
    assertThat(silent.recognised()).isEmpty();
    assertThat(read("'msgtype':'audio','content':{'recognition':'太贵'}"))
        .isInstanceOf(Inbound.Text.class);
    assertThat(read("'msgtype':'audio'")).isInstanceOf(Inbound.Unknown.class);
  }

  @Test
  void a_picture_is_known_by_either_code() throws RefusedException {
    for (String code : new String[] {"downloadCode", "pictureDownloadCode"}) {
      var picture = (Inbound.Picture) read("'msgtype':'picture','content':{'" + code + "':'p1'}");
      assertThat(picture.media()).isEqualTo(new MediaRef.Remote("p1", ""));
    }
  }

  @Test
  void rich_text_is_its_words_and_else_its_picture() throws RefusedException {
    var words =
        (Inbound.Text)
            read(
                "'msgtype':'richText','content':{'richText':[{'text':'看这张'},"
                    + "{'type':'picture','downloadCode':'p1'},{'text':'报价'}]}");
    assertThat(words.text()).isEqualTo("看这张 报价");
    assertThat(read("'msgtype':'richText','content':{'richText':[{'downloadCode':'p1'}]}"))
        .isInstanceOf(Inbound.Picture.class);
    assertThat(read("'msgtype':'richText','content':{}")).isInstanceOf(Inbound.Unknown.class);
  }

  @Test
  void files_and_videos_have_names() throws RefusedException {
    var file =
        (Inbound.File) read("'msgtype':'file','content':{'downloadCode':'f1','fileName':'报价.pdf'}");
    assertThat(file.name()).isEqualTo("报价.pdf");
    var video =
        (Inbound.File)
            read(
                "'msgtype':'video','content':{'downloadCode':'v1','duration':'5','videoType':'mp4'}");
    assertThat(video.name()).isEqualTo("video.mp4");
  }

  @Test
  void what_is_not_known_says_its_kind() throws RefusedException {
    var told =
        (Inbound.Unknown)
            read("'msgtype':'unknownMsgType','content':{'unknownMsgType':'location'}");
    assertThat(told.kind()).isEqualTo("location");
    assertThat(((Inbound.Unknown) read("'msgtype':'hologram'")).kind()).isEqualTo("hologram");
    assertThat(((Inbound.Unknown) read("'x':1")).kind()).isEqualTo("none");
  }

  @Test
  void a_message_without_content_because_the_quota_is_gone_says_so() throws RefusedException {
    for (String code : new String[] {"20001", "'20001'"}) {
      var unknown =
          (Inbound.Unknown) read("'msgtype':'text','errorCode':" + code + ",'errorMessage':'用完'");
      assertThat(unknown.kind()).isEqualTo("withheld");
    }
  }

  @Test
  void numbers_may_be_strings() throws RefusedException {
    JsonObject message = Robot.text("好");
    message.addProperty("createAt", "1700000000001");
    assertThat(read(message).envelope().at()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_001L));
    message.addProperty("createAt", "yesterday");
    assertThat(read(message).envelope().at()).isEqualTo(Robot.CLOCK.instant());
  }

  @Test
  void a_group_is_its_own_conversation() throws RefusedException {
    JsonObject message = Robot.text("好");
    message.addProperty("conversationType", "2");
    assertThat(read(message).envelope().conversation())
        .isEqualTo("cid6KeBBLoveMJOGXoYKF5x7EeiodoA==");
    assertThat(sessions.living("cid6KeBBLoveMJOGXoYKF5x7EeiodoA==")).isPresent();
  }

  @Test
  void its_webhook_is_remembered_for_the_sender() throws RefusedException {
    read(Robot.text("好"));
    assertThat(sessions.living("wanglei")).contains(URI.create(Robot.WEBHOOK));
  }

  @Test
  void an_unnamed_sender_is_refused_with_what_to_mend() {
    JsonObject message = Robot.text("好");
    message.remove("senderStaffId");
    assertThat(refusal(message)).isEqualTo(Refusal.SENDER);
    assertThat(Refusal.SENDER.sentence()).contains("publish the app version");
  }

  @Test
  void a_message_without_id_or_of_another_robot_is_refused() {
    JsonObject message = Robot.text("好");
    message.addProperty("robotCode", "dingother");
    assertThat(refusal(message)).isEqualTo(Refusal.ROBOT);
    message.remove("robotCode");
    message.addProperty("msgId", " ");
    assertThat(refusal(message)).isEqualTo(Refusal.FIELD);
  }

  @Test
  void fields_of_another_type_are_fields_that_are_not_there() throws RefusedException {
    JsonObject message = Robot.text("好");
    message.add("text", new com.google.gson.JsonArray());
    message.add("sessionWebhook", new JsonObject());
    assertThat(read(message)).isInstanceOf(Inbound.Unknown.class);
    assertThat(sessions.living("wanglei")).isEqualTo(Optional.empty());
  }
}
