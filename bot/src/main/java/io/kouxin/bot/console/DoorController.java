package io.kouxin.bot.console;

import io.kouxin.bot.doctor.Item;
import io.kouxin.bot.doctor.Sayings;
import io.kouxin.bot.inbox.Arrivals.Arrival;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.Person;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether a platform came, and what came of it: the line that an administrator watches. */
@RestController
@Tag(name = "Callbacks", description = "Whether platforms find us.")
class DoorController {
  private final Doors doors;
  private final People people;
  private final Sayings sayings;

  DoorController(Doors doors, People people, Sayings sayings) {
    this.doors = doors;
    this.people = people;
    this.sayings = sayings;
  }

  /**
   * One door.
   *
   * @param verified when the platform last asked whether the address is ours, since this start
   * @param received when a message last came
   * @param from who sent it, by name where we know one
   * @param refused when somebody was last turned away, since this start
   * @param why in words, empty if nobody was
   * @param whatToDo about that, may be empty
   */
  record Shown(
      String channel,
      Optional<Instant> verified,
      Optional<Instant> received,
      Optional<String> from,
      Optional<Instant> refused,
      String why,
      String whatToDo) {}

  @GetMapping("/api/v1/callbacks")
  @Operation(summary = "Each platform's door: verified, last message, last refusal and why")
  Page<Shown> doors(@RequestParam(defaultValue = "zh-CN") String language) {
    Locale reader = Locale.forLanguageTag(Language.of(language).tag());
    return Page.whole(doors.all().stream().map(door -> shown(door, reader)).toList());
  }

  private Shown shown(Doors.Door door, Locale reader) {
    Optional<Item> refusal = doors.refusal(door).map(finding -> sayings.item(finding, reader));
    return new Shown(
        door.channel(),
        door.knocks().verified(),
        door.arrival().map(Arrival::at),
        door.arrival().map(arrival -> name(door.channel(), arrival.sender())),
        door.knocks().refused(),
        refusal.map(Item::words).orElse(door.knocks().reason()),
        refusal.map(Item::whatToDo).orElse(""));
  }

  private String name(String channel, String sender) {
    return people.behind(channel, sender).map(Person::name).orElse(sender);
  }
}
