package io.kouxin.integrations.sandbox;

import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Limits;
import io.kouxin.integrations.channel.MediaRef;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The sandbox as a platform. Its chat window is the outbox itself, so there is nobody to hand a
 * message to: delivering answers with the message's own key, every time.
 */
public final class SandboxChannel implements Channel {
  /** The channel's name. */
  public static final String NAME = "sandbox";

  private final Look look;

  /** A sandbox that takes what this platform takes. */
  public SandboxChannel(Look look) {
    this.look = look;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Limits limits() {
    return look.limits();
  }

  /** For ever: there is one chat, and one message of each key in it. */
  @Override
  public Duration remembers(Outbound message) {
    return ChronoUnit.FOREVER.getDuration();
  }

  @Override
  public Delivered deliver(String recipient, Outbound message) {
    return switch (message) {
      case Outbound.Recall recall when recall.receipts().contains(recall.message()) ->
          Delivered.SILENTLY;
      case Outbound.Change change -> new Delivered(change.key(), Delivered.Way.NONE, List.of());
      default -> Delivered.of(message.key(), List.of(message.key()));
    };
  }

  @Override
  public byte[] fetch(MediaRef.Remote media, long atMost) throws ChannelException {
    throw new ChannelException.Refused("The sandbox keeps no media: they come with the message.");
  }
}
