package io.kouxin.bot.alert;

import io.kouxin.bot.alert.Upkeep.Waiting;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.SmallLibrary;
import io.kouxin.bot.work.JdbcDeadLetters;
import io.kouxin.integrations.channel.Directory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What administrators hear of, in a scene. */
final class Desk {
  private Desk() {}

  /** Joined to the scene by its caller. */
  static Administering of(Scene scene, Supplier<List<Waiting>> waiting, Directory directory) {
    var ground =
        new Ground(
            scene.jdbc,
            scene.transactions,
            scene.clock,
            scene.wakes,
            scene.calendar,
            scene.followUps,
            scene.people,
            scene.outbox,
            scene.wording,
            SmallLibrary::item,
            scene.budget,
            scene.teamReading());
    var letters = new JdbcDeadLetters(scene.jdbc, scene.transactions, scene.clock, Map::of);
    return new Administering(
        ground,
        new Upkeep(scene.journal, letters, waiting, Locale.CHINESE, Duration.ofHours(72)),
        new Colleagues(List.of(directory), Duration.ofMillis(500)));
  }
}
