package io.kouxin.integrations.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The robot of one group: whoever has its address may speak there.
 *
 * @param channel that speaks with it
 * @param address a secret
 * @param secret with which it wants messages signed; empty for none
 */
public record GroupRobot(String channel, String address, String secret) {

  /** The name of the group for our own use: the same for the same address, and no secret. */
  public String recipient() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(address.getBytes(UTF_8));
      return "group-" + HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "GroupRobot[" + channel + ", " + recipient() + "]";
  }
}
