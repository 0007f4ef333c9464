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
  private final Pictures pictures;
  private final Editing.Desk desk;

  Keepsakes(FollowUps followUps, Verbs verbs, Pictures pictures, Editing.Desk desk) {
    this.followUps = followUps;
    this.verbs = verbs;
    this.pictures = pictures;
    this.desk = desk;
  }

  Runnable picture(Turn turn, Message message) {
    if (message.media().isEmpty()) {
      return () -> say(turn, "unheard.gone", Map.of());
    }
    Attachment picture = Attachment.picture(message.media().get());
    Optional<FollowUp> latest = latest(turn);
    return () ->
        latest.ifPresentOrElse(
            found -> pictures.acknowledge(turn, attach(turn, found, picture), picture),
            () -> {
              keep(turn, picture);
              say(turn, "picture.alone", Map.of());
            });
  }

  Runnable place(Turn turn, Inbound.Place place) {
    String label =
        place.label().isBlank()
            ? "%.5f, %.5f".formatted(place.latitude(), place.longitude())
            : place.label();
    return placed(turn, Attachment.place(label));
  }

  Runnable file(Turn turn, Message message, String name) {
    var file = Attachment.file(message.media().orElse(""), name);
    return () -> {
      latest(turn).ifPresentOrElse(found -> attach(turn, found, file), () -> keep(turn, file));
      say(turn, "file.unknown", Map.of("name", name));
    };
  }

  private Runnable placed(Turn turn, Attachment place) {
    Optional<FollowUp> latest = latest(turn);
    Map<String, Object> values = new HashMap<>();
    values.put("place", place.label());
    latest.ifPresent(
        found -> values.put("customer", desk.speaker().talk(turn.person()).customer(found)));
    return () -> {
      latest.ifPresentOrElse(found -> attach(turn, found, place), () -> keep(turn, place));
      say(turn, latest.isPresent() ? "place.saved" : "place.alone", values);
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

  /** What came before belongs to the record that the rep has just named. */
  void claimNamed(Turn turn, FollowUp record) {
    Optional<Attachment> first = waiting(turn).stream().filter(Attachment::isPicture).findFirst();
    claim(turn, record);
    first.ifPresent(
        picture ->
            followUps.find(record.id()).ifPresent(now -> pictures.acknowledge(turn, now, picture)));
  }

  /** Words that say what a picture shows, or that the rep does not care to. */
  Optional<Runnable> answer(Turn turn, Intent.Correct words) {
    return pictures.answer(turn, verbs.current(turn), words);
  }

  /** The same for pictures that still wait for the words they belong to. */
  Optional<Runnable> answerWaiting(Turn turn, Intent.Correct words) {
    List<Attachment> things = new ArrayList<>(waiting(turn));
    Optional<Attachment> open =
        things.stream().filter(one -> one.isPicture() && one.shows().isEmpty()).findFirst();
    return Seen.said(words.words())
        .flatMap(shows -> open.map(picture -> picture.showing(shows)))
        .map(
            picture ->
                () -> {
                  things.set(things.indexOf(open.orElseThrow()), picture);
                  desk.matters().set(turn.account(), Matter.things(things));
                  say(turn, "picture.alone", Map.of());
                });
  }

  private FollowUp attach(Turn turn, FollowUp followUp, Attachment thing) {
    FollowUp.Change change = followUp.attach(thing, desk.clock().instant());
    followUps.write(change, turn.person().id(), "attachment");
    return change.after();
  }

  private Optional<FollowUp> latest(Turn turn) {
    List<FollowUp> current = verbs.current(turn);
    return current.size() == 1 ? Optional.of(current.getFirst()) : Optional.empty();
  }

  private void say(Turn turn, String sentence, Map<String, ?> values) {
    desk.speaker().say(turn.account(), turn.person(), "said:" + turn.id(), sentence, values);
  }
}
