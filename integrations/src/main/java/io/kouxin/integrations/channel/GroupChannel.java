package io.kouxin.integrations.channel;

/**
 * Speaks in groups through robots that everybody may use who has their address. It hears nothing,
 * cannot take back, and its recipients are {@link GroupRobot#recipient}s.
 */
public interface GroupChannel extends Channel {

  /**
   * The robot at an address that somebody entered.
   *
   * @param secret may be empty
   * @throws IllegalArgumentException saying what is wrong, and nothing of either
   */
  GroupRobot robot(String address, String secret);

  @Override
  default byte[] fetch(MediaRef.Remote media, long atMost) throws ChannelException {
    throw new ChannelException.Refused("A group's robot hears nothing");
  }
}
