package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.Attachment;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.inbox.Message;
import io.kouxin.integrations.channel.Inbound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures, places and files: kept with what the rep is just reporting. */
final class Keepsakes {
  private final FollowUps followUps;
  private final Verbs verbs;
  private final Editing.Desk desk;

  Keepsakes(FollowUps followUps, Verbs verbs, Editing.Desk desk) {
    this.followUps = followUps;
    this.verbs = verbs;
    this.desk = desk;
  }

  Runnable picture(Turn turn, Message message) {
    if (message.media().isEmpty()) {
      return () -> say(turn, "unheard.gone", Map.of());
    }
    var picture = new Attachment("picture", message.media().get(), "");
    return keep(turn, picture, "picture.saved", "picture.alone");
  }

  Runnable place(Turn turn, Inbound.Place place) {
    String label =
        place.label().isBlank()
            ? "%.5f, %.5f".formatted(place.latitude(), place.longitude())
            : place.label();
    return keep(turn, new Attachment("place", "", label), "place.saved", "place.alone");
  }

  Runnable file(Turn turn, Message message, String name) {
    Optional<FollowUp> latest = latest(turn);
    var file = new Attachment("file", message.media().orElse(""), name);
    return () -> {
      latest.ifPresent(found -> attach(turn, found, file));
      say(turn, "file.unknown", Map.of("name", name));
    };
  }

  private Runnable keep(Turn turn, Attachment thing, String with, String alone) {
    Optional<FollowUp> latest = latest(turn);
    Map<String, Object> values = new HashMap<>();
    values.put("place", thing.label());
    latest.ifPresent(
        found -> values.put("customer", desk.speaker().talk(turn.person()).customer(found)));
    return () -> {
      latest.ifPresent(found -> attach(turn, found, thing));
      say(turn, latest.isPresent() ? with : alone, values);
    };
  }

  private void attach(Turn turn, FollowUp followUp, Attachment thing) {
    followUps.write(
        followUp.attach(thing, desk.clock().instant()), turn.person().id(), "attachment");
  }

  private Optional<FollowUp> latest(Turn turn) {
    List<FollowUp> current = verbs.current(turn);
    return current.size() == 1 ? Optional.of(current.getFirst()) : Optional.empty();
  }

  private void say(Turn turn, String sentence, Map<String, ?> values) {
    desk.speaker().say(turn.account(), turn.person(), "said:" + turn.id(), sentence, values);
  }
}
