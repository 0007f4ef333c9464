package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.FollowUps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Takes a memo out of the record that it joined: it is a record of its own from then on. */
final class Parting {
  private final FollowUps followUps;
  private final Function<String, Optional<FollowUp>> reread;
  private final Faces faces;
  private final Editing.Desk desk;

  /**
   * Over the record.
   *
   * @param reread what the message with this id reports, read afresh; empty if it is gone
   */
  Parting(
      FollowUps followUps,
      Function<String, Optional<FollowUp>> reread,
      Faces faces,
      Editing.Desk desk) {
    this.followUps = followUps;
    this.reread = reread;
    this.faces = faces;
    this.desk = desk;
  }

  /** The memo goes; it becomes a record, or the one again that it was when it was parted before. */
  Runnable split(Turn turn, FollowUp followUp, String message, String reason) {
    // Read before the parted memo is: what is said next is about that one, the later of the two.
    Instant at = desk.clock().instant();
    boolean joined =
        followUp.parts().stream().anyMatch(part -> part.message().equals(message))
            && followUp.parts().stream().anyMatch(part -> !part.message().equals(message));
    Optional<FollowUp> parted = joined ? parted(message) : Optional.empty();
    Optional<FollowUp> apart = joined ? parted.or(() -> reread.apply(message)) : Optional.empty();
    if (apart.isEmpty()) {
      return () -> desk.speaker().stale(turn);
    }
    return () -> {
      followUps.write(followUp.split(message, at), turn.person().id(), reason);
      if (parted.isPresent()) {
        comeBack(turn, parted.get(), at);
      } else {
        followUps.open(apart.get());
        show(turn, message, apart.get());
      }
    };
  }

  /** The record that the memo had when it was parted from another one. */
  Optional<FollowUp> parted(String message) {
    return followUps.of(message).stream().findFirst();
  }

  private void show(Turn turn, String message, FollowUp apart) {
    Talk talk = desk.speaker().talk(turn.person());
    Faces.Face face = faces.of(List.of(apart), talk);
    String text = talk.say("correct.split", Map.of("customer", talk.customer(apart)));
    desk.speaker().show(turn.account(), message, new Faces.Face(face.card(), text));
  }

  /** It went only because its memo went back; its card is there and changes by itself. */
  private void comeBack(Turn turn, FollowUp parted, Instant at) {
    if (parted.status() == Status.DROPPED) {
      followUps.write(parted.restore(at), turn.person().id(), Undoing.REASON);
    }
    String customer = desk.speaker().talk(turn.person()).customer(parted);
    desk.speaker()
        .say(
            turn.account(),
            turn.person(),
            "said:" + turn.id(),
            "correct.split",
            Map.of("customer", customer));
  }
}
