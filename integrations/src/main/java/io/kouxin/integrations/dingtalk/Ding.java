package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import java.util.List;

/**
 * A DING: an alert that a manager does not overlook (KB:robot-sends-nail-message). It wants the
 * permission {@code Premium.Ding.Write}; whether every edition has it, DingTalk's pages disagree.
 */
public final class Ding {
  private static final int MOST_IN_APP = 200;
  private static final int MOST_ELSEWHERE = 20;
  private final DingTalkApi api;

  /** Through this API. */
  public Ding(DingTalkApi api) {
    this.api = api;
  }

  /** How somebody is alerted; all but the first cost money. */
  public enum Way {
    APP(1),
    SMS(2),
    PHONE(3);

    private final int number;

    Way(int number) {
      this.number = number;
    }
  }

  /**
   * Alerts these people once; it is never repeated by itself.
   *
   * @return DingTalk's id of the DING
   * @throws ChannelException.Refused if a person cannot be alerted, or if nobody knows whether they
   *     were
   */
  public String send(Way way, List<String> people, String words) throws ChannelException {
    int most = way == Way.APP ? MOST_IN_APP : MOST_ELSEWHERE;
    if (people.isEmpty() || people.size() > most) {
      throw new ChannelException.Refused(
          "A DING is for 1 to %d people, and this for %d".formatted(most, people.size()));
    }
    var body = new JsonObject();
    body.addProperty("robotCode", api.account().robotCode());
    body.addProperty("remindType", way.number);
    var receivers = new JsonArray();
    people.forEach(receivers::add);
    body.add("receiverUserIdList", receivers);
    body.addProperty("content", words);
    Fields answer = api.say("/v1.0/robot/ding/send", body).orThrow();
    if (!answer.object("failedList").json().isEmpty()) {
      throw new ChannelException.Refused(
          "DingTalk did not alert " + answer.object("failedList").json().keySet());
    }
    return answer.words("openDingId");
  }

  /** Takes a DING back. */
  public void recall(String dingId) throws ChannelException {
    var body = new JsonObject();
    body.addProperty("robotCode", api.account().robotCode());
    body.addProperty("openDingId", dingId);
    api.post("/v1.0/robot/ding/recall", body).orThrow();
  }
}
