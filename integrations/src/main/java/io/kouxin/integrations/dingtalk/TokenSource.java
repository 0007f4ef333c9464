package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.ChannelException;
import java.time.Duration;

/**
 * Where access tokens come from. What several nodes share may stand in front of DingTalk's own;
 * nothing has to: asked twice, DingTalk gives the same token
 * (KB:obtain-the-access-token-of-an-internal-app).
 */
@FunctionalInterface
public interface TokenSource {
  /**
   * A token that should work.
   *
   * @param bad the one that did not, so that a shared memory does not give it again; empty if none
   * @throws ChannelException with what DingTalk says against it
   */
  Fresh fetch(String bad) throws ChannelException;

  /**
   * A token.
   *
   * @param life how long it still works
   */
  record Fresh(String value, Duration life) {
    /** Without the token. */
    @Override
    public String toString() {
      return "Fresh[life=" + life + "]";
    }
  }
}
