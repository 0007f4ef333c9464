package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Delivered.Way;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The other ways to somebody, and back. */
class ReachTest {
  private static final String DING = "/v1.0/robot/ding/send";
  private static final String NOTIFY = "/topapi/message/corpconversation/asyncsend_v2";
  private static final String RESULT = "/topapi/message/corpconversation/getsendresult";
  private static final String RECALL = "/v1.0/robot/otoMessages/batchRecall";
  private static final Outbound.Push ALERT =
      new Outbound.Push("alert:1", Optional.of(Card.of("张三 · 华康 · 投诉", "话")), "张三在华康碰到投诉。", true);
  private final Office office = new Office();
  private final DingTalkStandIn standIn = office.standIn;
  private final DingTalkChannel channel =
      new DingTalkChannel(
          office.api,
          office.sessions,
          new Beyond(Optional.of(Ding.Way.APP), Optional.of("42")),
          Optional.empty(),
          office.clock);

  @BeforeEach
  void well() {
    standIn
        .always(DING, "{'openDingId':'d1','failedList':{}}")
        .always(NOTIFY, "{'errcode':0,'task_id':7}")
        .always(RESULT, "{'errcode':0,'send_result':{'unread_user_id_list':['wanglei']}}")
        .always(RECALL, "{'successResult':['pqk-1'],'failedResult':{}}")
        .always("/v1.0/robot/ding/recall", "{}")
        .always("/topapi/message/corpconversation/recall", "{'errcode':0}");
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Delivered takeBack(Delivered wrong) throws ChannelException {
    return channel.deliver(
        "wanglei", new Outbound.Recall("back", "alert:1", wrong.receipts(), "不算了。"));
  }

  @Test
  void what_is_urgent_arrives_and_rings_once_and_all_of_it_is_taken_back() throws Exception {
    Delivered alert = channel.deliver("wanglei", ALERT);
    assertThat(channel.deliver("wanglei", ALERT)).isEqualTo(alert);
    assertThat(alert.way()).isEqualTo(Way.ALARM);
    assertThat(standIn.of(DingTalkStandIn.SEND)).hasSize(1);
    assertThat(standIn.of(DING)).hasSize(1);
    assertThat(standIn.of(DING).getFirst().fields().words("content")).isEqualTo("张三 · 华康 · 投诉");
    assertThat(takeBack(alert)).isEqualTo(Delivered.SILENTLY);
    assertThat(standIn.of(RECALL)).hasSize(1);
    assertThat(standIn.of("/v1.0/robot/ding/recall")).hasSize(1);
  }

  @Test
  void what_is_not_urgent_or_not_allowed_does_not_ring() throws ChannelException {
    channel.deliver("wanglei", new Outbound.Push("p", Optional.empty(), "15:00 联合内镜"));
    assertThat(office.channel.deliver("wanglei", ALERT).way()).isEqualTo(Way.CHAT);
    assertThat(standIn.of(DING)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ding.serverquota.insufficient", "ding.receivercount.limit", "never.heard.of.it"})
  void without_a_ding_the_message_stands_alone(String code) throws ChannelException {
    standIn.next(DING, 400, "{'code':'" + code + "'}");
    Delivered alert = channel.deliver("wanglei", ALERT);
    assertThat(alert.way()).isEqualTo(Way.CHAT);
    assertThat(alert.receipts()).containsExactly("robot:pqk-1");
  }

  @Test
  void when_no_ding_is_left_nobody_asks_for_an_hour() throws ChannelException {
    standIn.next(DING, 400, "{'code':'ding.serverquota.insufficient'}");
    for (int n = 0; n < 3; n++) {
      channel.deliver("wanglei", new Outbound.Push("a" + n, Optional.empty(), "投诉" + n, true));
    }
    assertThat(standIn.of(DING)).hasSize(1);
    office.clock.advance(Duration.ofHours(1));
    assertThat(
            channel
                .deliver("wanglei", new Outbound.Push("a4", Optional.empty(), "投诉4", true))
                .way())
        .isEqualTo(Way.ALARM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"robot.oto.notExist", "chatbotId.notAllow.sendOTO", "bot.stopped"})
  void whom_the_robot_cannot_reach_gets_a_work_notification_once(String code) throws Exception {
    standIn.next(DingTalkStandIn.SEND, 400, "{'code':'" + code + "'}");
    standIn.next(DingTalkStandIn.SEND, 400, "{'code':'" + code + "'}");
    Delivered notice = channel.deliver("wanglei", ALERT);
    assertThat(channel.deliver("wanglei", ALERT)).isEqualTo(notice);
    assertThat(notice.way()).isEqualTo(Way.NOTICE);
    assertThat(standIn.of(NOTIFY)).hasSize(1);
    assertThat(standIn.of(NOTIFY).getFirst().fields().object("msg").object("text").words("content"))
        .isEqualTo("张三在华康碰到投诉。\n15:00");
    assertThat(takeBack(notice)).isEqualTo(Delivered.SILENTLY);
  }

  @Test
  void who_got_too_much_gets_a_work_notification_and_without_one_waits() throws Exception {
    standIn.next(DingTalkStandIn.SEND, 200, "{'flowControlledStaffIdList':['wanglei']}");
    assertThat(channel.deliver("wanglei", new Outbound.Reply("r", "好")).way())
        .isEqualTo(Way.NOTICE);
    standIn.next(DingTalkStandIn.SEND, 200, "{'flowControlledStaffIdList':['wanglei']}");
    assertThatExceptionOfType(ChannelException.Retry.class)
        .isThrownBy(() -> office.channel.deliver("wanglei", new Outbound.Reply("r2", "好")));
  }

  @Test
  void a_notification_that_dingtalk_keeps_back_is_refused_although_it_says_well() {
    standIn.next(DingTalkStandIn.SEND, 400, "{'code':'bot.stopped'}");
    standIn.next(
        RESULT,
        200,
        "{'errcode':0,'send_result':{'forbidden_user_id_list':['wanglei'],"
            + "'forbidden_list':[{'code':'143105','userid':'wanglei'}]}}");
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> channel.deliver("wanglei", ALERT))
        .withMessageContaining("143105");
  }

  @Test
  void long_words_are_several_notifications_that_fit() throws ChannelException {
    standIn.next(DingTalkStandIn.SEND, 400, "{'code':'bot.stopped'}");
    String words = "他说“太贵”。\n".repeat(300);
    Delivered notice = channel.deliver("wanglei", new Outbound.Reply("r", words));
    assertThat(notice.receipts()).hasSizeGreaterThan(2);
    assertThat(standIn.of(NOTIFY))
        .allSatisfy(
            call ->
                assertThat(call.fields().object("msg").json().toString().getBytes(UTF_8).length)
                    .isLessThanOrEqualTo(2048));
  }

  @Test
  void what_went_by_webhook_or_is_too_old_is_corrected_in_words() throws ChannelException {
    office.written();
    Delivered words = channel.deliver("wanglei", new Outbound.Reply("alert:1", "华康要丢"));
    assertThat(words.receipts()).isEmpty();
    assertThat(takeBack(words).way()).isEqualTo(Way.CHAT);
    standIn.next(RECALL, 400, "{'code':'invalid.processQueryKey'}");
    var old = Delivered.of("", List.of("robot:pqk-1"));
    assertThat(
            channel
                .deliver("wanglei", new Outbound.Recall("b2", "alert:1", old.receipts(), "不算了。"))
                .way())
        .isEqualTo(Way.CHAT);
  }

  @Test
  void an_application_number_that_is_none_is_said() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Beyond(Optional.empty(), Optional.of("ding123")))
        .withMessageContaining("agent-id");
  }
}
