package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.ChannelException;

/** The robot cannot reach somebody now; another way may. Nothing of the message has left. */
final class OutOfReachException extends Exception {
  private static final long serialVersionUID = 1L;
  private final ChannelException otherwise;

  /**
   * For one message.
   *
   * @param otherwise what it means where there is no other way
   */
  OutOfReachException(ChannelException otherwise) {
    super(otherwise.getMessage(), otherwise, false, false);
    this.otherwise = otherwise;
  }

  ChannelException otherwise() {
    return otherwise;
  }
}
