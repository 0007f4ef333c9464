package io.kouxin.integrations.wecom.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouxin.integrations.wecom.emulator.Listener.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import me.chanjar.weixin.cp.bean.templatecard.TemplateCardButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taps as an application on WxJava receives them. */
class TapConformanceTest {
  private final WeComEmulator emulator = WeComEmulator.start(EmulatorConfig.random());
  private Listener app;

  @BeforeEach
  void listen() throws IOException {
    app = new Listener(emulator);
  }

  @AfterEach
  void stop() {
    app.close();
    emulator.close();
  }

  private WxCpXmlMessage last() {
    return app.received().getLast().message();
  }

  @Test
  void a_tap_names_button_card_and_a_code_that_changes_the_card() throws Exception {
    sendCard("rem-1");
    emulator.tap(Tap.of("rem-1", "zhangsan", "done"));
    assertThat(last().getEvent()).isEqualTo("template_card_event");
    assertThat(last().getEventKey()).isEqualTo("done");
    assertThat(last().getTaskId()).isEqualTo("rem-1");
    assertThat(last().getCardType()).isEqualTo("button_interaction");
    WxJava.of(emulator)
        .getTaskCardService()
        .updateTemplateCardButton(
            List.of("zhangsan"), null, null, null, last().getResponseCode(), "好");
    assertThat(shown().greyed()).contains("好");
    assertThatThrownBy(() -> emulator.tap(Tap.of("rem-1", "zhangsan", "done")))
        .hasMessageContaining("No button done");
  }

  @Test
  void what_was_ticked_comes_with_the_tap() throws Exception {
    sendCard("rem-2");
    emulator.tap(new Tap("rem-2", "zhangsan", "done", Map.of("why", List.of("price", "time"))));
    var item = last().getSelectedItems().getFirst();
    assertThat(item.getQuestionKey()).isEqualTo("why");
    assertThat(item.getOptionIds()).containsExactly("price", "time");
  }

  @Test
  void a_sealed_reply_is_read_and_greys_the_button() throws Exception {
    sendCard("rem-3");
    String plain =
        "<xml><ToUserName><![CDATA[zhangsan]]></ToUserName><MsgType><![CDATA[update_button]]>"
            + "</MsgType><Button><ReplaceName><![CDATA[已记下]]></ReplaceName></Button></xml>";
    app.answer(got -> new Response(200, app.crypt().encrypt(plain)));
    Delivery delivery = emulator.tap(Tap.of("rem-3", "zhangsan", "done"));
    assertThat(delivery.reply()).contains(plain);
    assertThat(shown().greyed()).contains("已记下");
  }

  private Content shown() {
    return emulator.sent().getLast().shownTo("zhangsan").orElseThrow();
  }

  private void sendCard(String task) throws Exception {
    WxJava.of(emulator)
        .getMessageService()
        .send(
            WxCpMessage.TEMPLATECARD()
                .toUser("zhangsan")
                .cardType("button_interaction")
                .mainTitleTitle("回访")
                .taskId(task)
                .buttons(List.of(TemplateCardButton.builder().text("好").key("done").build()))
                .build());
  }
}
