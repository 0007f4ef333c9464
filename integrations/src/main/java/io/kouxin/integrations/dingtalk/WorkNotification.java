package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Words in somebody's work notifications (工作通知), for those whom the robot does not reach
 * (KB:asynchronous-sending-of-enterprise-session-messages). DingTalk shows the same words to one
 * person once a day, and says that all is well: words that repeat need something that changes, such
 * as the time.
 */
public final class WorkNotification {
  private final DingTalkApi api;
  private final String agentId;

  /**
   * Through this API.
   *
   * @param agentId the application's number, which is not its client id
   */
  public WorkNotification(DingTalkApi api, String agentId) {
    this.api = api;
    this.agentId = agentId;
  }

  /**
   * Sends it once.
   *
   * @param text at most some 600 Chinese characters: a message has 2048 bytes
   * @return the number with which it can be recalled
   */
  public String send(String person, String text) throws ChannelException {
    Recipient recipient = Recipient.of(person);
    if (recipient.group()) {
      throw new ChannelException.Refused("A work notification is for one person");
    }
    var content = new JsonObject();
    content.addProperty("content", text);
    var message = new JsonObject();
    message.addProperty("msgtype", "text");
    message.add("text", content);
    var body = new JsonObject();
    body.addProperty("agent_id", agentId);
    body.addProperty("userid_list", recipient.name());
    body.add("msg", message);
    return api.sayOld("/topapi/message/corpconversation/asyncsend_v2", body)
        .orThrow()
        .words("task_id");
  }

  /**
   * DingTalk calls a notification well that it keeps from somebody
   * (KB:gets-the-result-of-sending-messages-asynchronously-to-the-enterprise): the result says
   * whom. A result that cannot be had says nothing.
   *
   * @throws ChannelException.Refused if this person was not shown it
   */
  void insistOnShown(String task, String person) throws ChannelException.Refused {
    Fields lists = result(task).object("send_result");
    for (String list :
        List.of("invalid_user_id_list", "forbidden_user_id_list", "failed_user_id_list")) {
      if (lists.list(list).contains(person)) {
        String codes =
            lists.objects("forbidden_list").stream()
                .map(one -> ' ' + one.words("code"))
                .collect(Collectors.joining());
        throw new ChannelException.Refused(
            "DingTalk did not show " + person + " the work notification: " + list + codes);
      }
    }
  }

  private Fields result(String task) {
    var body = new JsonObject();
    body.addProperty("agent_id", agentId);
    body.addProperty("task_id", task);
    try {
      return api.postOld("/topapi/message/corpconversation/getsendresult", body).orThrow();
    } catch (ChannelException unknown) {
      return Fields.NONE;
    }
  }

  /** Takes it back, within 24 hours. */
  public void recall(String task) throws ChannelException {
    var body = new JsonObject();
    body.addProperty("agent_id", agentId);
    body.addProperty("msg_task_id", task);
    api.postOld("/topapi/message/corpconversation/recall", body).orThrow();
  }
}
