package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.MediaRef;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VoiceTest extends InChat {

  private void isAnsweredWithoutARecord(byte[] sound, String answer) {
    var receipt = chat.records(REP, sound);
    assertThat(window().answers()).singleElement().asString().startsWith(answer);
    assertThat(chat.followUps(REP)).isEmpty();
    assertThat(chat.rooms().inbox.find(receipt.id()).orElseThrow().media())
        .as("the recording is kept")
        .isPresent();
  }

  @Test
  void silence_is_said_to_be_silence() {
    isAnsweredWithoutARecord(chat.recorder.silence(), "录音存着，没听到人声，一共3秒");
  }

  @Test
  void noise_without_a_word_is_said_to_have_none() {
    isAnsweredWithoutARecord(chat.recorder.noise(), "录音存着，没听到人声");
  }

  @Test
  void what_is_no_recording_is_kept_and_said_to_be_unreadable() {
    isAnsweredWithoutARecord("no sound".getBytes(StandardCharsets.UTF_8), "文件存好了，但录音打不开");
  }

  @Test
  void a_recording_of_more_than_ten_minutes_is_kept_and_not_heard() {
    isAnsweredWithoutARecord(chat.recorder.endless(), "录音存好了，太长");
  }

  @Test
  void bytes_that_the_platform_does_not_give_are_asked_for_again() {
    var gone = new MediaRef.Remote("lost", "audio/amr");
    chat.sends(new Inbound.Voice(chat.envelope(REP), gone));
    assertThat(window().answers()).singleElement().asString().startsWith("这条没存上");
    aDraft();
    assertThat(chat.followUps(REP)).hasSize(1);
  }

  @Test
  void while_the_model_is_missing_notes_wait_and_typed_words_overtake() {
    chat.recorder.loseModels();
    chat.says(REP, "松源检验高总说没有预算，明天再联系");
    chat.pass(Duration.ofSeconds(30));
    chat.pass(Duration.ofMinutes(10));
    assertThat(window().answers()).as("told once").hasSize(1);
    assertThat(window().answer()).startsWith("收到1秒语音，已存好。").contains("中文识别还在准备", "不用重发");

    assertThat(chat.window(ADMIN).messages()).as("the administrator knows").isEqualTo(1);

    chat.types(REP, "博宁骨科何院长要样品，周五寄");
    assertThat(chat.latest(REP).customer().orElseThrow().name()).isEqualTo("博宁骨科医院");

    chat.recorder.findModels();
    chat.pass(Duration.ofSeconds(2));
    assertThat(chat.latest(REP).customer().orElseThrow().name()).isEqualTo("松源医学检验所");
    assertThat(window().card().title()).startsWith("松源医学检验所");
    assertThat(window().answers()).hasSize(1);
  }

  @Test
  void while_the_model_is_missing_the_length_of_each_note_is_said() {
    chat.recorder.loseModels();
    chat.records(REP, chat.recorder.silence());
    assertThat(window().answer()).startsWith("收到3秒语音，已存好。");
  }

  @Test
  void a_length_that_cannot_be_known_is_left_out() {
    chat.recorder.loseModels();
    chat.records(REP, "no sound".getBytes(StandardCharsets.UTF_8));
    assertThat(window().answer()).startsWith("已存好。").doesNotContain("秒");
    chat.records(ENGLISH_REP, chat.recorder.endless());
    assertThat(chat.window(ENGLISH_REP).answer()).startsWith("Saved. The recogniser");
  }
}
