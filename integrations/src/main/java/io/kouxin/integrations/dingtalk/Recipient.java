package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Whom a message is for. A group's name is its {@code openConversationId}: {@code cid} and at least
 * 16 characters of Base64, longer than anybody names a colleague; everything else is a person's
 * {@code userId}.
 */
record Recipient(String name) {
  private static final Pattern GROUP = Pattern.compile("cid[0-9A-Za-z+/]{16,80}={0,2}");
  private static final Pattern PERSON = Pattern.compile("[^\\s,|]{1,64}");
  private static final Duration FLOW_CONTROL = Duration.ofMinutes(1);

  /** Refuses what cannot be one person or group. */
  static Recipient of(String name) throws ChannelException.Refused {
    if (!GROUP.matcher(name).matches() && !PERSON.matcher(name).matches()) {
      throw new ChannelException.Refused("This is not the name of one person or group: " + name);
    }
    return new Recipient(name);
  }

  boolean group() {
    return GROUP.matcher(name).matches();
  }

  /** Where the API takes messages for it (KB:robot-reply-and-send-messages). */
  String path() {
    return group() ? "/v1.0/robot/groupMessages/send" : "/v1.0/robot/oToMessages/batchSend";
  }

  JsonObject addressed(String robotCode, Saying saying) {
    var body = new JsonObject();
    body.addProperty("robotCode", robotCode);
    if (group()) {
      body.addProperty("openConversationId", name);
    } else {
      var people = new JsonArray();
      people.add(name);
      body.add("userIds", people);
    }
    body.addProperty("msgKey", saying.template());
    body.addProperty("msgParam", saying.content().toString());
    return body;
  }

  /** DingTalk calls a message well that reached nobody: two lists say whom it did not. */
  void insistOnReached(Fields answer) throws ChannelException, OutOfReachException {
    if (!answer.list("invalidStaffIdList").isEmpty()) {
      throw new ChannelException.Refused(
          "DingTalk (no-such-person): "
              + name
              + " is not a member, or is outside the application's range");
    }
    if (!answer.list("flowControlledStaffIdList").isEmpty()) {
      throw new OutOfReachException(
          new ChannelException.Retry(
              FLOW_CONTROL, "DingTalk (too-fast): too many messages to " + name));
    }
  }
}
