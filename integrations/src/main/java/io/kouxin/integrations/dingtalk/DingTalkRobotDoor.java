package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Webhook;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where DingTalk brings what people say to the robot, in HTTP mode (KB:receive-message). It trusts
 * nothing before the signature is checked, answers without a word of its own, and hands a repeat
 * over again under the same id: keeping it once is the inbox's business.
 */
public final class DingTalkRobotDoor implements Webhook {
  /** Says nothing: answers leave through the channel. */
  static final String SILENCE = "{\"msgtype\":\"empty\"}";

  // The longest a person writes has some tens of kilobytes.
  private static final int MOST_BYTES = 256 * 1024;
  private final RobotSign sign;
  private final RobotMessages messages;
  private final Keeper keeper;
  private final Clock clock;

  /**
   * A door for one robot.
   *
   * @param keep returns once the message is kept durably; if it throws, DingTalk gets no yes
   */
  public DingTalkRobotDoor(
      DingTalkAccount account, RobotMessages messages, Consumer<Inbound> keep, Clock clock) {
    this.sign = new RobotSign(account.clientSecret());
    this.messages = messages;
    this.keeper = new Keeper(keep, "A message");
    this.clock = clock;
  }

  @Override
  public String name() {
    return DingTalk.NAME;
  }

  @Override
  public String path() {
    return "dingtalk/robot";
  }

  @Override
  public int mostBytes() {
    return MOST_BYTES;
  }

  @Override
  public Answer verify(Map<String, String> query) {
    return new RefusedException(Refusal.METHOD).answer();
  }

  @Override
  public Answer receive(Visit visit) {
    try {
      if (visit.body().length > MOST_BYTES) {
        throw new RefusedException(Refusal.LENGTH);
      }
      sign.check(visit.headers(), clock);
      Fields payload =
          Fields.read(visit.body()).orElseThrow(() -> new RefusedException(Refusal.JSON));
      keeper.keep(messages.read(payload.json()));
      return Answer.of("application/json", SILENCE);
    } catch (RefusedException e) {
      return e.answer();
    }
  }
}
