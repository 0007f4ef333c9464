package io.kouxin.integrations.wecom.emulator;

import static io.kouxin.integrations.wecom.emulator.WxJava.errorOf;
import static io.kouxin.integrations.wecom.emulator.WxJava.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.message.WxCpMessageSendResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages as WxJava sends them. */
class SendConformanceTest {
  private final WeComEmulator emulator = WeComEmulator.start(EmulatorConfig.random());
  private final WxCpService wecom = WxJava.of(emulator);

  @AfterEach
  void stop() {
    emulator.close();
  }

  private WxCpMessageSendResult send(WxCpMessage message) throws Exception {
    return wecom.getMessageService().send(message);
  }

  private SentMessage last() {
    return emulator.sent().getLast();
  }

  @Test
  void a_text_stands_in_the_chat() throws Exception {
    WxCpMessageSendResult result = send(text("zhangsan", "王总说太贵了"));
    assertThat(result.getMsgId()).isEqualTo(last().msgId());
    assertThat(last().shownTo("ZhangSan").orElseThrow().words()).isEqualTo("王总说太贵了");
  }

  @Test
  void a_long_text_is_cut_at_a_whole_character_without_a_word() throws Exception {
    send(text("zhangsan", "长".repeat(700)));
    String shown = last().shownTo("zhangsan").orElseThrow().words();
    assertThat(shown.getBytes(StandardCharsets.UTF_8)).hasSize(2046);
  }

  @Test
  void long_markdown_is_refused() {
    WxCpMessage note = WxCpMessage.MARKDOWN().toUser("zhangsan").content("长".repeat(700)).build();
    assertThat(errorOf(() -> wecom.getMessageService().send(note))).isEqualTo(45002);
  }

  @Test
  void an_empty_text_is_refused() {
    assertThat(errorOf(() -> wecom.getMessageService().send(text("zhangsan", ""))))
        .isEqualTo(44004);
  }

  @Test
  void unknown_people_are_named_in_lower_case_and_the_others_get_it() throws Exception {
    WxCpMessage message = text("ZhangSan|NoBody|ZhaoLiu", "早");
    message.setAgentId(emulator.app().agentId());
    String url = emulator.baseUrl() + "/cgi-bin/message/send";
    assertThat(wecom.post(url, message.toJson()))
        .contains("\"invaliduser\":\"nobody\"", "\"unlicenseduser\":\"zhaoliu\"");
    assertThat(last().receipt().delivered()).containsExactly("ZhangSan");
  }

  @Test
  void nobody_left_is_an_error() {
    assertThat(errorOf(() -> wecom.getMessageService().send(text("a|b", "早")))).isEqualTo(81013);
  }

  @Test
  void another_application_is_refused() {
    WxCpMessage message = text("zhangsan", "早");
    message.setAgentId(7);
    assertThat(errorOf(() -> wecom.getMessageService().send(message))).isEqualTo(40056);
  }

  @Test
  void the_thirty_first_message_of_a_minute_is_dropped_in_silence() throws Exception {
    for (int n = 0; n < 31; n++) {
      assertThat(send(text("zhangsan", "第" + n)).getErrCode()).isZero();
    }
    assertThat(emulator.sent().stream().filter(SentMessage::isDropped)).hasSize(1);
    assertThat(last().shownTo("zhangsan")).isEmpty();
    emulator.advance(Duration.ofSeconds(61));
    send(text("zhangsan", "再来"));
    assertThat(last().shownTo("zhangsan")).isPresent();
  }

  @Test
  void a_repeat_is_swallowed_until_its_interval_is_over() throws Exception {
    WxCpMessage message = text("zhangsan", "提醒");
    message.setEnableDuplicateCheck(true);
    message.setDuplicateCheckInterval(60);
    String first = send(message).getMsgId();
    assertThat(send(message).getMsgId()).isEqualTo(first);
    assertThat(emulator.sent()).hasSize(1);
    assertThat(last().receipt().swallowed()).isEqualTo(1);
    emulator.advance(Duration.ofSeconds(61));
    send(message);
    assertThat(emulator.sent()).hasSize(2);
  }

  @Test
  void a_recalled_message_is_seen_by_nobody() throws Exception {
    String id = send(text("zhangsan", "发错了")).getMsgId();
    wecom.getMessageService().recall(id);
    assertThat(last().shown()).isEmpty();
  }

  @Test
  void some_users_can_be_made_invalid() throws Exception {
    emulator.faults().invalidUsers(java.util.Set.of("WangWu"));
    assertThat(send(text("zhangsan|wangwu", "早")).getInvalidUser()).isEqualTo("wangwu");
  }
}
