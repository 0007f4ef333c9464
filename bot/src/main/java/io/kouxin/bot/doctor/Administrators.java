package io.kouxin.bot.doctor;

import io.kouxin.bot.people.People;
import io.kouxin.bot.people.Person;
import io.kouxin.integrations.channel.Checkup.State;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether there is somebody to ask about strangers and troubles. */
final class Administrators implements Examination {
  private final People people;
  private final List<String> channels;

  /** On these platforms; without any, anywhere. */
  Administrators(People people, List<String> channels) {
    this.people = people;
    this.channels = List.copyOf(channels);
  }

  @Override
  public String name() {
    return "administrators";
  }

  @Override
  public List<Finding> findings() {
    List<Person> reached =
        people.administrators().stream()
            .filter(
                admin ->
                    channels.isEmpty()
                        || channels.stream()
                            .anyMatch(channel -> people.account(admin.id(), channel).isPresent()))
            .toList();
    if (reached.isEmpty()) {
      return List.of(new Finding(name(), State.WARNING, "administrators-none"));
    }
    String names = reached.stream().map(Person::name).collect(Collectors.joining("、"));
    return List.of(new Finding(name(), State.OK, "administrators-ok", Map.of("names", names)));
  }
}
