package io.kouxin.integrations.wecom.emulator;

import static io.kouxin.integrations.wecom.emulator.WxJava.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.messagebuilder.TemplateCardBuilder;
import me.chanjar.weixin.cp.bean.templatecard.TemplateCardButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cards as WxJava sends and changes them. */
class CardConformanceTest {
  private static final List<String> ZHANGSAN = List.of("zhangsan");
  private final WeComEmulator emulator = WeComEmulator.start(EmulatorConfig.random());
  private final WxCpService wecom = WxJava.of(emulator);

  @BeforeEach
  void hasCallback() {
    emulator.callback(URI.create("http://127.0.0.1:9/callbacks/wecom"));
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  private static TemplateCardBuilder card(String task) {
    return WxCpMessage.TEMPLATECARD()
        .toUser("zhangsan")
        .cardType("button_interaction")
        .mainTitleTitle("回访提醒")
        .mainTitleDesc("王总")
        .taskId(task)
        .buttons(List.of(button("已完成", "done"), button("明天再说", "snooze")));
  }

  private static TemplateCardButton button(String text, String key) {
    return TemplateCardButton.builder().text(text).style(1).key(key).build();
  }

  private String send(WxCpMessage message) throws Exception {
    return wecom.getMessageService().send(message).getResponseCode();
  }

  private int refusal(TemplateCardBuilder card) {
    return errorOf(() -> wecom.getMessageService().send(card.build()));
  }

  private void grey(String code) throws me.chanjar.weixin.common.error.WxErrorException {
    wecom.getTaskCardService().updateTemplateCardButton(ZHANGSAN, null, null, null, code, "已完成");
  }

  @Test
  void a_card_can_be_tapped_until_its_buttons_are_greyed() throws Exception {
    String code = send(card("rem-42").build());
    Content before = emulator.sent().getLast().shownTo("zhangsan").orElseThrow();
    assertThat(before.keys()).containsExactly("done", "snooze");
    grey(code);
    Content after = emulator.sent().getLast().shownTo("zhangsan").orElseThrow();
    assertThat(after.greyed()).contains("已完成");
    assertThat(after.keys()).isEmpty();
  }

  @Test
  void a_card_can_take_the_place_of_another_and_keeps_its_task() throws Exception {
    String code = send(card("rem-43").build());
    String body =
        """
        {"userids":["zhangsan"],"agentid":%d,"response_code":"%s","template_card":{
          "card_type":"button_interaction","main_title":{"title":"已改到明天"},
          "button_list":[{"text":"撤销","style":1,"key":"undo"}]}}"""
            .formatted(emulator.app().agentId(), code);
    wecom.post(emulator.baseUrl() + "/cgi-bin/message/update_template_card", body);
    Content now = emulator.sent().getLast().shownTo("zhangsan").orElseThrow();
    assertThat(now.words()).isEqualTo("已改到明天");
    assertThat(now.keys()).containsExactly("undo");
    assertThat(now.taskId()).isEqualTo("rem-43");
  }

  @Test
  void a_response_code_counts_once_and_for_72_hours() throws Exception {
    String used = send(card("rem-44").build());
    grey(used);
    assertThat(errorOf(() -> grey(used))).isEqualTo(40058);
    assertThat(errorOf(() -> grey("unknown"))).isEqualTo(40058);
    String old = send(card("rem-45").build());
    emulator.advance(Duration.ofHours(72).plusSeconds(1));
    assertThat(errorOf(() -> grey(old))).isEqualTo(40058);
  }

  @Test
  void a_card_without_title_task_or_action_is_refused() {
    assertThat(refusal(card("rem-46").mainTitleTitle(""))).isEqualTo(41016);
    assertThat(refusal(card("no spaces"))).isEqualTo(40058);
    assertThat(refusal(card(""))).isEqualTo(40058);
    assertThat(refusal(card("n").cardType("text_notice").buttons(null))).isEqualTo(42045);
  }

  @Test
  void a_task_id_counts_once() throws Exception {
    send(card("rem-47").build());
    assertThat(refusal(card("rem-47"))).isEqualTo(40058);
  }

  @Test
  void buttons_need_a_callback() {
    try (WeComEmulator deaf = WeComEmulator.start(EmulatorConfig.random())) {
      WxCpService service = WxJava.of(deaf);
      assertThat(errorOf(() -> service.getMessageService().send(card("rem-48").build())))
          .isEqualTo(43012);
    }
  }

  @Test
  void two_buttons_with_one_key_are_refused() {
    assertThat(refusal(card("rem-49").buttons(List.of(button("一", "a"), button("二", "a")))))
        .isEqualTo(40058);
  }
}
