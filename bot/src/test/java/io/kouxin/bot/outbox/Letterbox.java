package io.kouxin.bot.outbox;

import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Limits;
import io.kouxin.integrations.channel.MediaRef;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.channel.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A platform with a pace, whose handles are good once, and that a test can trouble. */
final class Letterbox implements Channel {
  static final String NAME = "letters";
  static final Pace PACE = new Pace(10, 40);
  static final int BYTES = 100;

  /** What arrived, oldest first. */
  final List<Letter> letters = new ArrayList<>();

  /** What happens to those who try, until it is taken away. */
  Optional<Trouble> trouble = Optional.empty();

  /** How long a repeat is known for what it is. */
  Duration memory = Duration.ZERO;

  /** Whether a handle stays good for ever. */
  boolean permanent;

  private final Clock clock;

  Letterbox(Clock clock) {
    this.clock = clock;
  }

  /** Something that arrived. */
  record Letter(String to, Outbound message, Instant at) {}

  /** May throw; a letter is dropped into the box before. */
  interface Trouble {
    void meets(String recipient, Outbound message) throws ChannelException;
  }

  /** Nobody gets through. */
  void isDown(Duration after) {
    trouble =
        Optional.of(
            (recipient, message) -> {
              throw new ChannelException.Retry(after, "the box is locked");
            });
  }

  List<String> texts(String to) {
    return letters.stream().filter(l -> l.to().equals(to)).map(l -> l.message().text()).toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Limits limits() {
    return new Limits(20, 20, 20, 3, 5, 20, 5, 3, 10, 3, BYTES, true, true);
  }

  @Override
  public Pace pace() {
    return PACE;
  }

  @Override
  public Duration remembers(Outbound message) {
    return memory;
  }

  @Override
  public Delivered deliver(String recipient, Outbound message) throws ChannelException {
    if (trouble.isPresent()) {
      trouble.get().meets(recipient, message);
    }
    letters.add(new Letter(recipient, message, clock.instant()));
    if (permanent) {
      return Delivered.of("for ever");
    }
    return switch (message) {
      case Outbound.Change change -> new Delivered("", Delivered.Way.NONE, List.of());
      case Outbound.Recall recall -> takenBack(recall);
      default -> Delivered.of("once:" + message.key(), List.of("receipt:" + message.key()));
    };
  }

  /** What has a receipt disappears from the box. */
  private Delivered takenBack(Outbound.Recall recall) {
    boolean gone =
        !recall.receipts().isEmpty()
            && letters.removeIf(
                letter -> recall.receipts().contains("receipt:" + letter.message().key()));
    if (gone) {
      letters.removeLast();
    }
    return gone ? Delivered.SILENTLY : Delivered.of("");
  }

  @Override
  public byte[] fetch(MediaRef.Remote media, long atMost) throws ChannelException {
    throw new ChannelException.Refused("nobody leaves media here");
  }
}
