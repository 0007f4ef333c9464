package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import java.util.Optional;

/**
 * Takes a message of the robot back, within 24 hours; those that went by webhook, and interactive
 * cards, cannot be.
 */
public final class Recall {
  private final DingTalkApi api;

  /** Through this API. */
  public Recall(DingTalkApi api) {
    this.api = api;
  }

  /**
   * Takes one message back.
   *
   * @param handle what {@link DingTalkChannel#deliver} answered
   * @return whether it is gone; doing it twice does no harm
   */
  public boolean take(String name, String handle) throws ChannelException {
    if (handle.isBlank() || InteractiveCards.isCard(Optional.of(handle))) {
      return false;
    }
    Recipient recipient = Recipient.of(name);
    var keys = new JsonArray();
    keys.add(handle);
    var body = new JsonObject();
    body.addProperty("robotCode", api.account().robotCode());
    body.add("processQueryKeys", keys);
    if (recipient.group()) {
      body.addProperty("openConversationId", recipient.name());
    }
    // DingTalk spells this one with a small letter, unlike its siblings.
    String path =
        recipient.group()
            ? "/v1.0/robot/groupMessages/recall"
            : "/v1.0/robot/otoMessages/batchRecall";
    return api.post(path, body).orThrow().list("successResult").contains(handle);
  }
}
