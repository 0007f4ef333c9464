package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.Attachment;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.inbox.Message;
import io.kouxin.integrations.channel.Inbound;
import java.util.ArrayList;
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
    var file = new Attachment("file", message.media().orElse(""), name);
    return () -> {
      latest(turn).ifPresentOrElse(found -> attach(turn, found, file), () -> keep(turn, file));
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
      latest.ifPresentOrElse(found -> attach(turn, found, thing), () -> keep(turn, thing));
      say(turn, latest.isPresent() ? with : alone, values);
    };
  }

  /** Until the words come that it belongs to. */
  private void keep(Turn turn, Attachment thing) {
    List<Attachment> things = new ArrayList<>(waiting(turn));
    things.add(thing);
    desk.matters().set(turn.account(), Matter.things(things));
  }

  private List<Attachment> waiting(Turn turn) {
    return desk.matters().of(turn.account()).map(Matter::things).orElse(List.of());
  }

  /** What came before its words belongs to this record. */
  void claim(Turn turn, FollowUp record) {
    FollowUp now = record;
    for (Attachment thing : waiting(turn)) {
      FollowUp.Change change = now.attach(thing, desk.clock().instant());
      followUps.write(change, turn.person().id(), "attachment");
      now = change.after();
      desk.matters().clear(turn.account());
    }
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
