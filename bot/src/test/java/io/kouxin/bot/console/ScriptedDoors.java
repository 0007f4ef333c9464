package io.kouxin.bot.console;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Doors at which a test knocks. */
final class ScriptedDoors implements DoorLines {
  final List<Line> shown = new CopyOnWriteArrayList<>();

  @Override
  public List<Line> lines(Language language) {
    return List.copyOf(shown);
  }
}
