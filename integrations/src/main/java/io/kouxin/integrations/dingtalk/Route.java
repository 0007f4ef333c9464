package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.ChannelException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * How a message leaves: by the webhook of a conversation that somebody wrote in lately, else
 * through the API. What left is not sent again under the same key, as far as this process
 * remembers: DingTalk itself knows no repeats.
 */
final class Route {
  private static final int REMEMBERED = 5_000;
  private final DingTalkApi api;
  private final Sessions sessions;
  private final Map<String, String> sent = new Recent<>(REMEMBERED);

  Route(DingTalkApi api, Sessions sessions) {
    this.api = api;
    this.sessions = sessions;
  }

  /**
   * Says it.
   *
   * @return the key with which it can be recalled; empty where it went by webhook
   * @throws OutOfReachException if the robot cannot say it to this person now
   */
  String say(Recipient recipient, String key, Saying saying)
      throws ChannelException, OutOfReachException {
    String name = recipient.name() + '\n' + key;
    synchronized (sent) {
      String known = sent.get(name);
      if (known != null) {
        return known;
      }
    }
    String handle = byWebhook(recipient, saying) ? "" : byApi(recipient, saying);
    synchronized (sent) {
      sent.put(name, handle);
    }
    return handle;
  }

  private boolean byWebhook(Recipient recipient, Saying saying) throws ChannelException {
    Optional<URI> webhook = sessions.living(recipient.name());
    if (webhook.isEmpty() || saying.webhook().isEmpty()) {
      return false;
    }
    Answer answer = api.webhook(webhook.get(), saying.webhook().get());
    if (answer.is(Trouble.Kind.SESSION) || (!answer.well() && answer.trouble().isEmpty())) {
      sessions.forget(recipient.name(), webhook.get());
      return false;
    }
    answer.orThrow();
    return true;
  }

  private String byApi(Recipient recipient, Saying saying)
      throws ChannelException, OutOfReachException {
    Answer answer =
        api.say(recipient.path(), recipient.addressed(api.account().robotCode(), saying));
    if (answer.trouble().filter(Route::isDeaf).isPresent()) {
      throw new OutOfReachException(answer.exception());
    }
    Fields fields = answer.orThrow();
    recipient.insistOnReached(fields);
    return fields.words("processQueryKey");
  }

  /** Whether the company has no robot there, or has stopped it: people get no word of it. */
  private static boolean isDeaf(Trouble trouble) {
    return trouble == Trouble.ROBOT_CODE || trouble == Trouble.ROBOT_STOPPED;
  }
}
