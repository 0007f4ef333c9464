package io.kouxin.bot.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an administrator watches while connecting a platform. */
interface DoorLines {

  /** One for each platform that knocks at a door of ours. */
  List<Line> lines(Language language);

  /**
   * What happened at one door.
   *
   * @param verified when the platform last asked whether the address is ours, since this start
   * @param received when a message last came
   * @param from who sent it, by name where we know one
   * @param refused when somebody was last turned away, since this start
   * @param why in words, empty if nobody was
   * @param whatToDo about that, may be empty
   */
  record Line(
      String channel,
      Optional<Instant> verified,
      Optional<Instant> received,
      Optional<String> from,
      Optional<Instant> refused,
      String why,
      String whatToDo) {}
}
