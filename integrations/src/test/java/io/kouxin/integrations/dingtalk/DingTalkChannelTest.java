package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelContract;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.channel.TapCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DingTalkChannelTest implements ChannelContract {
  private static final String GROUP = "cid6KeBBLoveMJOGXoYKF5x7EeiodoA==";
  private final Office office = new Office();
  private final DingTalkStandIn standIn = office.standIn;

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
    return "wanglei";
  }

  private String say(String words) throws ChannelException {
    return office
        .channel
        .deliver("wanglei", new Outbound.Reply("key-" + words.hashCode(), words))
        .handle();
  }

  private ChannelException failure(String words) {
    return catchThrowableOfType(ChannelException.class, () -> say(words));
  }

  @Test
  void words_go_through_the_api_to_who_did_not_write_lately() throws ChannelException {
    assertThat(say("已存好。")).isEqualTo("pqk-1");
    Fields sent = standIn.of(DingTalkStandIn.SEND).getFirst().fields();
    assertThat(sent.words("robotCode")).isEqualTo("dingappkey01");
    assertThat(sent.list("userIds")).containsExactly("wanglei");
    assertThat(sent.words("msgKey")).isEqualTo("sampleText");
    assertThat(sent.words("msgParam")).isEqualTo("{\"content\":\"已存好。\"}");
  }

  @Test
  void a_living_webhook_is_used_and_needs_no_token() throws ChannelException {
    office.written();
    assertThat(say("已存好。")).isEmpty();
    assertThat(standIn.calls).hasSize(1);
    assertThat(standIn.of(DingTalkStandIn.SESSION).getFirst().body())
        .isEqualTo("{\"msgtype\":\"text\",\"text\":{\"content\":\"已存好。\"}}");
    assertThat(office.quota.used().messages()).isEqualTo(1);
    assertThat(office.quota.used().calls()).isZero();
  }

  @Test
  void a_webhook_that_ran_out_is_left_for_the_api() throws ChannelException {
    office.written();
    office.clock.advance(Duration.ofMinutes(86));
    assertThat(say("一")).isEqualTo("pqk-1");
    office.written();
    standIn.next(DingTalkStandIn.SESSION, 200, "{'errcode':300001,'errmsg':'session 不存在'}");
    assertThat(say("二")).isEqualTo("pqk-1");
    assertThat(office.sessions.living("wanglei")).isEmpty();
  }

  @Test
  void a_webhook_that_is_too_fast_waits_and_stays() {
    office.written();
    standIn.next(DingTalkStandIn.SESSION, 200, "{'errcode':130101,'errmsg':'send too fast'}");
    assertThat(((ChannelException.Retry) failure("话")).after()).isEqualTo(Duration.ofMinutes(10));
    assertThat(office.sessions.living("wanglei")).isPresent();
  }

  @Test
  void a_group_is_told_by_its_name() throws ChannelException {
    office.channel.deliver(GROUP, new Outbound.Reply("k", "好"));
    Fields sent = standIn.of(DingTalkStandIn.GROUP).getFirst().fields();
    assertThat(sent.words("openConversationId")).isEqualTo(GROUP);
    office.channel.deliver("cid007", new Outbound.Reply("k", "好"));
    assertThat(standIn.of(DingTalkStandIn.SEND)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a,b", "a b", "a|b"})
  void what_is_not_one_recipient_is_refused(String name) {
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> office.channel.deliver(name, new Outbound.Reply("k", "好")));
    assertThat(standIn.calls).isEmpty();
  }

  @Test
  void somebody_outside_is_refused_although_dingtalk_calls_it_well() {
    standIn.next(
        DingTalkStandIn.SEND, 200, "{'processQueryKey':'','invalidStaffIdList':['wanglei']}");
    assertThat(failure("话")).isInstanceOf(ChannelException.Refused.class);
  }

  @Test
  void somebody_who_got_too_much_waits() {
    standIn.next(DingTalkStandIn.SEND, 200, "{'flowControlledStaffIdList':['wanglei']}");
    assertThat(((ChannelException.Retry) failure("话")).after()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void a_message_that_left_without_an_answer_is_doubtful_and_not_sent_again() {
    standIn.next(DingTalkStandIn.SEND, new DingTalkStandIn.Scripted(-1, "", new byte[0]));
    assertThat(failure("话"))
        .isInstanceOf(ChannelException.Doubtful.class)
        .hasMessageStartingWith("It may have arrived");
    standIn.next(DingTalkStandIn.SEND, 504, "{}");
    assertThat(failure("话")).hasMessageStartingWith("It may have arrived");
  }

  @Test
  void the_same_key_leaves_once() throws ChannelException {
    assertThat(say("话")).isEqualTo(say("话"));
    assertThat(standIn.of(DingTalkStandIn.SEND)).hasSize(1);
  }

  @Test
  void long_words_leave_in_pieces_and_a_repeat_skips_those_that_arrived() throws ChannelException {
    String text =
        IntStream.range(0, 1500)
            .mapToObj(i -> "王主任第" + i + "次说“太贵了”。\n")
            .collect(Collectors.joining());
    standIn
        .next(DingTalkStandIn.SEND, 200, "{'processQueryKey':'one'}")
        .next(DingTalkStandIn.SEND, 500, "{'code':'system.busy','message':'忙'}");
    assertThat(failure(text)).isInstanceOf(ChannelException.Retry.class);
    say(text);
    List<String> params =
        standIn.of(DingTalkStandIn.SEND).stream()
            .map(call -> call.fields().words("msgParam"))
            .distinct()
            .toList();
    assertThat(params).allSatisfy(p -> assertThat(p.getBytes(UTF_8)).hasSizeLessThan(15_001));
    assertThat(params.stream().map(p -> Robot.json(p).get("content").getAsString()))
        .satisfies(all -> assertThat(all.stream().collect(Collectors.joining())).isEqualTo(text));
    assertThat(standIn.of(DingTalkStandIn.SEND)).hasSize(params.size() + 1);
    assertThat(office.channel.parts(new Outbound.Reply("k", text))).isEqualTo(params.size());
  }

  @Test
  void a_card_is_markdown() throws ChannelException {
    office.channel.deliver(
        "wanglei", new Outbound.Sheet("card-1", Card.of("华康医院", "比迈瑞贵"), "华康医院"));
    assertThat(standIn.of(DingTalkStandIn.SEND).getFirst().fields().words("msgKey"))
        .isEqualTo("sampleMarkdown");
    assertThat(standIn.param(DingTalkStandIn.SEND).get("title").getAsString()).isEqualTo("华康医院");
  }

  @Test
  void a_change_is_a_sentence_or_nothing() throws ChannelException {
    Card face = Card.of("a", "b");
    var silent = new Outbound.Change("c1", "card", Optional.of("pqk"), face, "");
    assertThat(office.channel.deliver("wanglei", silent)).isEqualTo(Delivered.SILENTLY);
    assertThat(office.channel.parts(silent)).isZero();
    assertThat(standIn.calls).isEmpty();
    office.channel.deliver(
        "wanglei", new Outbound.Change("c2", "card", Optional.empty(), face, "定了。"));
    assertThat(standIn.param(DingTalkStandIn.SEND).get("content").getAsString()).isEqualTo("定了。");
  }

  @Test
  void the_side_of_a_card_that_somebody_asked_for_is_a_message_that_answers_for_the_card()
      throws ChannelException {
    var add = new Card.Button("add|1|x", "加：培训", Card.Style.NORMAL);
    Card side = Card.of("华康医院", "还可能说到这些").withButtons(List.of(add));
    var wanted = new Outbound.Change("c3", "card", Optional.empty(), side, "还可能是培训", true);
    assertThat(office.channel.parts(wanted)).isEqualTo(1);
    office.channel.deliver("wanglei", wanted);
    assertThat(standIn.of(DingTalkStandIn.SEND).getFirst().fields().words("msgKey"))
        .isEqualTo("sampleMarkdown");
    String code = TapCode.of("card", "add|1|x", "加：培训").code();
    assertThat(standIn.param(DingTalkStandIn.SEND).get("text").getAsString()).contains(code);
  }

  @Test
  void a_reply_without_words_is_refused() {
    assertThat(failure(" ")).isInstanceOf(ChannelException.Refused.class);
  }

  @Test
  void files_of_a_kind_dingtalk_takes_go_as_they_are_and_others_as_an_archive()
      throws ChannelException {
    deliver("报价.PDF", "application/pdf");
    assertThat(standIn.param(DingTalkStandIn.SEND))
        .isEqualTo(Robot.json("{'mediaId':'@m1','fileName':'报价.PDF','fileType':'pdf'}"));
    deliver("对比.csv", "text/csv");
    assertThat(standIn.param(DingTalkStandIn.SEND))
        .isEqualTo(Robot.json("{'mediaId':'@m1','fileName':'对比.zip','fileType':'zip'}"));
    deliver("图.png", "image/png");
    assertThat(standIn.param(DingTalkStandIn.SEND)).isEqualTo(Robot.json("{'photoURL':'@m1'}"));
    assertThat(standIn.of(DingTalkStandIn.UPLOAD).getFirst().body())
        .contains("filename=\"报价.PDF\"")
        .contains("1,2");
  }

  private void deliver(String name, String type) throws ChannelException {
    byte[] bytes = "1,2\n".getBytes(UTF_8);
    office.channel.deliver("wanglei", new Outbound.FileDelivery(name, name, type, bytes, name));
  }

  @Test
  void a_file_that_is_empty_or_too_long_is_refused_before_words_announce_it() {
    for (int size : new int[] {0, (20 << 20) + 1}) {
      var file =
          new Outbound.FileDelivery("k", "a.pdf", "application/pdf", new byte[size], "a.pdf");
      assertThatExceptionOfType(ChannelException.Refused.class)
          .isThrownBy(() -> office.channel.deliver("wanglei", file));
    }
    assertThat(standIn.calls).isEmpty();
  }
}
