package io.kouxin.bot.wiring;

import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.outbox.TapHandler;
import io.kouxin.bot.work.Work;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the rooms want run, in one place: asked late, because rooms need each other. */
@Component
class Running {
  private final ObjectProvider<Work> works;
  private final ObjectProvider<Reaction> reactions;
  private final ObjectProvider<TapHandler> tapHandlers;
  private final ObjectProvider<OfRoom> rooms;

  /** What one room wants run. */
  record OfRoom(List<Work> works, List<Reaction> reactions, List<TapHandler> tapHandlers) {}

  Running(
      ObjectProvider<Work> works,
      ObjectProvider<Reaction> reactions,
      ObjectProvider<TapHandler> tapHandlers,
      ObjectProvider<OfRoom> rooms) {
    this.works = works;
    this.reactions = reactions;
    this.tapHandlers = tapHandlers;
    this.rooms = rooms;
  }

  List<Work> works() {
    return Stream.concat(
            works.orderedStream(), rooms.orderedStream().flatMap(room -> room.works().stream()))
        .toList();
  }

  List<Reaction> reactions() {
    return Stream.concat(
            reactions.orderedStream(),
            rooms.orderedStream().flatMap(room -> room.reactions().stream()))
        .toList();
  }

  List<TapHandler> tapHandlers() {
    return Stream.concat(
            tapHandlers.orderedStream(),
            rooms.orderedStream().flatMap(room -> room.tapHandlers().stream()))
        .toList();
  }
}
