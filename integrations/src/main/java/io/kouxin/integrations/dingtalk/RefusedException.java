package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.Webhook;

/**
 * Something DingTalk brings is not taken. It carries no secret and nothing of the message, and no
 * stack trace: strangers may cause thousands of them.
 */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final Refusal refusal;
  private final String reason;

  RefusedException(Refusal refusal) {
    this(refusal.sentence(), refusal);
  }

  /**
   * As above.
   *
   * @param where the name of the field or parameter, ours and not the caller's words
   */
  RefusedException(Refusal refusal, String where) {
    this(refusal.sentence() + " (" + where + ")", refusal);
  }

  private RefusedException(String reason, Refusal refusal) {
    super(reason, null, false, false);
    this.refusal = refusal;
    this.reason = reason;
  }

  Refusal refusal() {
    return refusal;
  }

  Webhook.Answer answer() {
    return Webhook.Answer.not(refusal.status(), reason);
  }
}
