package io.kouxin.bot.console;

import io.kouxin.bot.doctor.Examination;
import io.kouxin.bot.doctor.Finding;
import io.kouxin.bot.doctor.Item;
import io.kouxin.bot.doctor.Sayings;
import io.kouxin.bot.inbox.Arrivals;
import io.kouxin.bot.inbox.Arrivals.Arrival;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.Person;
import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.channel.Checkup.Symptom;
import io.kouxin.integrations.channel.Webhook;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What happened at the doors: of use to whoever connects a platform and wants to see it come. */
@Component
class Doors implements Examination, DoorLines {
  private final List<Webhook> doors;
  private final List<Checkup> checkups;
  private final Knocks knocks;
  private final Arrivals arrivals;
  private final People people;
  private final Sayings sayings;

  Doors(Knocking knocking, Arrivals arrivals, People people, Sayings sayings) {
    this.doors = knocking.doors();
    this.checkups = knocking.checkups();
    this.knocks = knocking.knocks();
    this.arrivals = arrivals;
    this.people = people;
    this.sayings = sayings;
  }

  /** Where platforms knock, what came of it, and who understands the words about it. */
  @Component
  record Knocking(List<Webhook> doors, Knocks knocks, List<Checkup> checkups) {}

  /**
   * What happened at one door.
   *
   * @param arrival the last message that came through it, ever
   */
  private record Door(String channel, Knocks.Last knocks, Optional<Arrival> arrival) {}

  @Override
  public List<Line> lines(Language language) {
    Locale reader = Locale.forLanguageTag(language.tag());
    return all().stream().map(door -> line(door, reader)).toList();
  }

  private Line line(Door door, Locale reader) {
    Optional<Item> refusal =
        symptom(door).map(it -> sayings.item(Finding.of(door.channel(), it), reader));
    return new Line(
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

  private List<Door> all() {
    return doors.stream()
        .map(door -> new Door(door.name(), knocks.at(door.path()), arrivals.latest(door.name())))
        .toList();
  }

  /** What the last refusal means; empty if nobody was refused. */
  private Optional<Symptom> symptom(Door door) {
    return checkups.stream()
        .filter(checkup -> checkup.name().equals(door.channel()))
        .flatMap(checkup -> checkup.reading(door.knocks().reason()).stream())
        .findFirst();
  }

  @Override
  public String name() {
    return "callbacks";
  }

  @Override
  public List<Finding> findings() {
    return all().stream().map(this::finding).toList();
  }

  private Finding finding(Door door) {
    Map<String, Instant> when = new HashMap<>();
    door.knocks().verified().ifPresent(at -> when.put("verified", at));
    taken(door).ifPresent(at -> when.put("taken", at));
    door.knocks().refused().ifPresent(at -> when.put("refused", at));
    String name = door.channel() + ".knocks";
    String key = door.channel() + ".knock-";
    Optional<Symptom> worry = symptom(door).filter(symptom -> symptom.state() != State.OK);
    if (worry.isPresent() && isLast(door)) {
      String why = door.channel() + "." + worry.get().key();
      return new Finding(name, State.WARNING, List.of(key + "refused", why), when);
    }
    return when.containsKey("verified") || when.containsKey("taken")
        ? new Finding(name, State.OK, key + "ok", when)
        : new Finding(name, State.WARNING, key + "never");
  }

  private static Optional<Instant> taken(Door door) {
    return door.knocks().taken().or(() -> door.arrival().map(Arrival::at));
  }

  /** Whether nobody was let in since somebody was turned away. */
  private static boolean isLast(Door door) {
    return Stream.of(door.knocks().verified(), door.knocks().taken())
        .flatMap(Optional::stream)
        .noneMatch(at -> at.isAfter(door.knocks().refused().orElse(Instant.MIN)));
  }
}
