package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.ChannelException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** DING, work notifications, and taking back. */
class OtherWaysTest {
  private static final String DING = "/v1.0/robot/ding/send";
  private static final String NOTIFY = "/topapi/message/corpconversation/asyncsend_v2";
  private static final String GROUP = "cid6KeBBLoveMJOGXoYKF5x7EeiodoA==";
  private final Office office = new Office();
  private final Ding ding = new Ding(office.api);
  private final WorkNotification notification = new WorkNotification(office.api, "42");
  private final Recall recall = new Recall(office.api);

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_ding_reaches_a_manager() throws ChannelException {
    office.standIn.always(DING, "{'openDingId':'d1','failedList':{}}");
    assertThat(ding.send(Ding.Way.APP, List.of("mgr1"), "华康要丢")).isEqualTo("d1");
    Fields sent = office.standIn.of(DING).getFirst().fields();
    assertThat(sent.words("remindType")).isEqualTo("1");
    assertThat(sent.list("receiverUserIdList")).containsExactly("mgr1");
  }

  @Test
  void a_ding_that_failed_for_somebody_or_is_for_too_many_is_refused() {
    office.standIn.next(DING, 200, "{'openDingId':'d1','failedList':{'mgr1':'x'}}");
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> ding.send(Ding.Way.APP, List.of("mgr1"), "x"))
        .withMessageContaining("mgr1");
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> ding.send(Ding.Way.SMS, Collections.nCopies(21, "m"), "x"));
  }

  @Test
  void a_ding_that_is_not_paid_for_waits() {
    office.standIn.next(DING, 400, "{'code':'ding.serverquota.insufficient'}");
    assertThatExceptionOfType(ChannelException.Retry.class)
        .isThrownBy(() -> ding.send(Ding.Way.PHONE, List.of("mgr1"), "x"))
        .withMessageContaining("ding-quota");
  }

  @Test
  void a_ding_is_taken_back() throws ChannelException {
    office.standIn.always("/v1.0/robot/ding/recall", "{}");
    ding.recall("d1");
    assertThat(office.standIn.of("/v1.0/robot/ding/recall").getFirst().fields().words("openDingId"))
        .isEqualTo("d1");
  }

  @Test
  void a_work_notification_goes_to_one_person_and_is_taken_back() throws ChannelException {
    office.standIn.always(NOTIFY, "{'errcode':0,'task_id':256271667526}");
    assertThat(notification.send("rep01", "请开机器人")).isEqualTo("256271667526");
    Fields sent = office.standIn.of(NOTIFY).getFirst().fields();
    assertThat(sent.words("userid_list")).isEqualTo("rep01");
    assertThat(sent.object("msg").object("text").words("content")).isEqualTo("请开机器人");
    assertThatExceptionOfType(ChannelException.Refused.class)
        .isThrownBy(() -> notification.send(GROUP, "x"));
    office.standIn.always("/topapi/message/corpconversation/recall", "{'errcode':0}");
    notification.recall("256271667526");
  }

  @Test
  void a_wrong_application_number_waits_until_it_is_mended() {
    office.standIn.next(NOTIFY, 200, "{'errcode':40056,'errmsg':'x'}");
    assertThatExceptionOfType(ChannelException.Retry.class)
        .isThrownBy(() -> notification.send("rep01", "x"))
        .withMessageContaining("agent");
  }

  @Test
  void a_message_is_taken_back_where_it_has_a_handle() throws ChannelException {
    office.standIn.always(
        "/v1.0/robot/otoMessages/batchRecall", "{'successResult':['pqk-1'],'failedResult':{}}");
    office.standIn.always(
        "/v1.0/robot/groupMessages/recall", "{'successResult':[],'failedResult':{'g-1':'x'}}");
    assertThat(recall.take("rep01", "pqk-1")).isTrue();
    assertThat(recall.take(GROUP, "g-1")).isFalse();
    assertThat(recall.take("rep01", "")).isFalse();
  }
}
