package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Option;
import io.kouxin.integrations.channel.Card.Row;
import io.kouxin.integrations.channel.Card.Style;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelContract;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.wecom.emulator.Content;
import io.kouxin.integrations.wecom.emulator.Fault;
import io.kouxin.integrations.wecom.emulator.SentMessage;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeComChannelTest implements ChannelContract {
  private static final Button OK = new Button("ok:1", "没问题", Style.PRIMARY);
  private static final Card CARD = Card.of("华康医院", "比迈瑞贵").withButtons(List.of(OK));
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Override
  public Channel channel() {
    return office.channel;
  }

  @Override
  public String recipient() {
    return "ZhangSan";
  }

  private String deliver(Outbound message) throws ChannelException {
    return office.channel.deliver("ZhangSan", message).handle();
  }

  private List<String> chat() {
    return office.emulator.sent().stream()
        .flatMap(sent -> sent.shownTo("ZhangSan").stream())
        .map(Content::words)
        .toList();
  }

  private Content last() {
    SentMessage sent = office.emulator.sent().getLast();
    return sent.shownTo("ZhangSan").orElseThrow();
  }

  @Test
  void words_arrive_as_they_are() throws ChannelException {
    String words = "客户说“太贵了”😅\n<a href=\"https://h5.example/1\">看一下</a> 'x' & y=1";
    assertThat(deliver(new Outbound.Reply("r1", words))).isNotEmpty();
    assertThat(chat()).containsExactly(words);
  }

  @Test
  void it_says_beforehand_how_many_messages_that_becomes() throws ChannelException {
    String words = "第一句说的是价格，第二句说的是服务。".repeat(150);
    var vote =
        new Card(
            "要记哪些？",
            "",
            "",
            List.of(new Row("客户", "华康医院")),
            List.of(new Option("a", "嫌贵", true)),
            List.of(OK),
            List.of(),
            Optional.empty());
    List<Outbound> all =
        List.of(
            new Outbound.Reply("p1", "好"),
            new Outbound.Reply("p2", words),
            new Outbound.Push("p3", Optional.empty(), "到点了"),
            new Outbound.Push("p4", Optional.of(CARD), "到点了"),
            new Outbound.Sheet("p5", CARD, "华康医院"),
            new Outbound.Sheet("p6", vote, "华康医院"),
            new Outbound.Change("p7", "p5", Optional.empty(), CARD, "改好了"),
            new Outbound.FileDelivery("p8", "a.csv", "text/csv", "客户,金额".getBytes(UTF_8), "给你"));
    for (Outbound message : all) {
      int before = office.emulator.sent().size();
      deliver(message);
      assertThat(office.emulator.sent().size() - before)
          .as(message.key())
          .isEqualTo(office.channel.parts(message));
    }
    var change = new Outbound.Change("p9", "p5", Optional.of("code"), CARD, "改好了");
    assertThat(office.channel.parts(change)).isZero();
  }

  @Test
  void long_words_arrive_whole_and_in_order() throws ChannelException {
    String words = "第一句说的是价格，第二句说的是服务。".repeat(150);
    deliver(new Outbound.Reply("r1", words));
    assertThat(chat()).hasSizeGreaterThan(3);
    assertThat(String.join("", chat())).isEqualTo(words);
  }

  @Test
  void what_wecom_refuses_as_an_escape_is_left_out() throws ChannelException {
    deliver(new Outbound.Reply("r1", "一\u0000二\u2028三"));
    assertThat(chat()).containsExactly("一二\n三");
  }

  @Test
  void a_repeat_of_the_same_key_arrives_once() throws ChannelException {
    deliver(new Outbound.Reply("r1", "已存好。"));
    deliver(new Outbound.Reply("r1", "已存好。"));
    assertThat(chat()).containsExactly("已存好。");
  }

  @Test
  void the_same_words_under_another_key_arrive_again() throws ChannelException {
    deliver(new Outbound.Reply("r1", "已存好。"));
    deliver(new Outbound.Reply("r2", "已存好。"));
    deliver(new Outbound.Reply("r3", "已存好。"));
    assertThat(chat()).containsExactly("已存好。", "已存好。", "已存好。");
  }

  @Test
  void a_repeat_after_a_lost_answer_goes_on_where_it_stopped() throws ChannelException {
    String words = "第一句说的是价格。".repeat(200);
    office.emulator.faults().set(Office.SEND, new Fault.LostAnswer(), 1);
    assertThatExceptionOfType(ChannelException.Doubtful.class)
        .isThrownBy(() -> deliver(new Outbound.Reply("r1", words)));
    deliver(new Outbound.Reply("r1", words));
    assertThat(String.join("", chat())).isEqualTo(words);
  }

  @Test
  void a_message_without_words_is_refused() {
    refused(new Outbound.Reply("r1", " \n"), "no words");
  }

  @Test
  void a_card_answers_with_the_code_that_changes_it() throws ChannelException {
    String code = deliver(new Outbound.Sheet("draft:1", CARD, "话"));
    assertThat(last().cardType()).isEqualTo("button_interaction");
    assertThat(last().taskId()).isEqualTo("draft@1");
    assertThat(last().keys()).containsExactly("ok:1");
    assertThat(code).isNotEmpty();
    assertThat(deliver(change(Optional.of(code), "已存 15:02"))).isEmpty();
    assertThat(office.emulator.sent()).hasSize(1);
    assertThat(last().greyed()).contains("已存 15:02");
    assertThat(last().keys()).isEmpty();
  }

  private static Outbound.Change change(Optional<String> handle, String line) {
    return new Outbound.Change("change:" + line, "draft:1", handle, CARD.settledAs(line), "存好了。");
  }

  @Test
  void a_used_code_becomes_one_sentence() throws ChannelException {
    String code = deliver(new Outbound.Sheet("draft:1", CARD, "话"));
    deliver(change(Optional.of(code), "已存 15:02"));
    assertThat(deliver(change(Optional.of(code), "已存 15:03"))).isEmpty();
    assertThat(last().words()).isEqualTo("存好了。");
  }

  @Test
  void a_change_without_a_code_becomes_one_sentence_or_nothing() throws ChannelException {
    deliver(change(Optional.empty(), "已存"));
    deliver(new Outbound.Change("c2", "draft:1", Optional.of(""), CARD.settledAs("已存"), ""));
    assertThat(chat()).containsExactly("存好了。");
  }

  @Test
  void a_busy_wecom_keeps_the_change_for_later() throws ChannelException {
    String code = deliver(new Outbound.Sheet("draft:1", CARD, "话"));
    office.emulator.faults().set(Office.UPDATE, new Fault.Code(-1), 1);
    assertThatExceptionOfType(ChannelException.Retry.class)
        .isThrownBy(() -> deliver(change(Optional.of(code), "已存")));
    deliver(change(Optional.of(code), "已存"));
    assertThat(last().greyed()).contains("已存");
  }

  @Test
  void a_card_that_wecom_does_not_take_goes_as_words() throws ChannelException {
    for (int code : new int[] {40058, 987654}) {
      office.emulator.faults().set(Office.SEND, new Fault.Code(code), 1);
      assertThat(deliver(new Outbound.Sheet("draft:" + code, CARD, code + "：贵。"))).isEmpty();
    }
    assertThat(chat()).containsExactly("40058：贵。", "987654：贵。");
  }

  @Test
  void a_card_with_nothing_to_tap_goes_as_words() throws ChannelException {
    var push = new Outbound.Push("p1", Optional.of(Card.of("标题", "话")), "标题：话。");
    assertThat(deliver(push)).isEmpty();
    assertThat(chat()).containsExactly("标题：话。");
  }

  @Test
  void a_vote_says_its_facts_first_because_it_has_no_room_for_them() throws ChannelException {
    Card vote =
        new Card(
            "勾一下",
            "",
            "",
            List.of(new Row("客户", "华康")),
            List.of(new Option("a", "价格", true)),
            List.of(OK),
            List.of(),
            Optional.empty());
    assertThat(deliver(new Outbound.Sheet("v1", vote, "客户：华康。"))).isNotEmpty();
    assertThat(chat()).containsExactly("客户：华康。", "勾一下");
    assertThat(last().cardType()).isEqualTo("vote_interaction");
  }

  @Test
  void a_picture_and_a_file_go_up_and_arrive_after_their_words() throws ChannelException {
    deliver(new Outbound.FileDelivery("f1", "图.png", "image/png", new byte[100], "这是图。"));
    assertThat(last().type()).isEqualTo("image");
    deliver(new Outbound.FileDelivery("f2", "对比表.csv", "text/csv", new byte[100], ""));
    assertThat(last().type()).isEqualTo("file");
    assertThat(chat()).containsExactly("这是图。", "", "");
  }

  @Test
  void the_same_file_goes_up_once_and_a_repeat_arrives_once() throws ChannelException {
    var file = new Outbound.FileDelivery("f1", "对比表.csv", "text/csv", new byte[100], "");
    deliver(file);
    deliver(file);
    assertThat(office.emulator.calls(Office.UPLOAD)).isEqualTo(1);
    assertThat(office.emulator.sent()).hasSize(1);
  }

  @Test
  void a_file_that_wecom_has_forgotten_goes_up_again() throws ChannelException {
    var file = new Outbound.FileDelivery("f1", "对比表.csv", "text/csv", new byte[100], "");
    deliver(file);
    office.emulator.faults().set(Office.SEND, new Fault.Code(40007), 1);
    deliver(new Outbound.FileDelivery("f2", "对比表.csv", "text/csv", new byte[100], ""));
    assertThat(office.emulator.calls(Office.UPLOAD)).isEqualTo(2);
    assertThat(office.emulator.sent()).hasSize(2);
  }

  @Test
  void an_upload_with_an_old_token_is_whole_the_second_time() throws ChannelException {
    deliver(new Outbound.Reply("r1", "一"));
    office.emulator.tokens().revoke();
    deliver(new Outbound.FileDelivery("f1", "对比表.csv", "text/csv", new byte[100], ""));
    assertThat(last().type()).isEqualTo("file");
  }

  @Test
  void a_file_beyond_what_wecom_takes_is_refused_before_any_words() {
    byte[] much = new byte[(20 << 20) + 1];
    refused(new Outbound.FileDelivery("f1", "大.zip", "application/zip", much, "文件"), "20 MB");
    refused(new Outbound.FileDelivery("f2", "小.txt", "text/plain", new byte[5], "文件"), "5 bytes");
    assertThat(office.emulator.sent()).isEmpty();
  }

  @Test
  void a_large_picture_goes_as_a_file() throws ChannelException {
    byte[] large = new byte[(10 << 20) + 1];
    deliver(new Outbound.FileDelivery("f1", "图.png", "image/png", large, ""));
    assertThat(last().type()).isEqualTo("file");
  }

  @Test
  void a_person_whom_wecom_does_not_reach_is_refused_though_it_says_ok() {
    office.emulator.faults().invalidUsers(Set.of("zhangsan"));
    refused(new Outbound.Reply("r1", "已存好。"), "81013");
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> office.channel.deliver("ZhaoLiu", new Outbound.Reply("r2", "好")))
        .withMessageContaining("licence");
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> office.channel.deliver("nobody", new Outbound.Reply("r3", "好")));
  }

  @Test
  void never_reaches_more_than_one_person() {
    for (String many : List.of("@all", "ZhangSan|lisi", " ")) {
      assertThatExceptionOfType(ChannelException.Refused.class)
          .isThrownBy(() -> office.channel.deliver(many, new Outbound.Reply("r1", "已存好。")));
    }
    assertThat(office.emulator.sent()).isEmpty();
  }

  private void refused(Outbound message, String reason) {
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> deliver(message))
        .withMessageContaining(reason);
  }

  @Test
  void a_push_that_only_informs_is_a_notice_where_there_is_a_page_and_words_elsewhere()
      throws ChannelException {
    var push = new Outbound.Push("digest:1", Optional.of(Card.of("今天3件", "都在这儿")), "今天3件，都在这儿");
    office.channel.deliver("ZhangSan", push);
    URI page = URI.create("https://kouxin.example.com/");
    new WeComChannel(office.api, Clock.systemUTC(), Optional.of(page)).deliver("lisi", push);

    assertThat(office.emulator.sent())
        .extracting(message -> message.content().type())
        .containsExactly("text", "template_card");
    assertThat(office.emulator.sent().getLast().content().body().toString())
        .contains("text_notice", "https://kouxin.example.com/");
  }
}
