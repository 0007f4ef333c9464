package io.kouxin.bot.alert;

import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.people.TeamGroup;
import io.kouxin.integrations.channel.Outbound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a team reads in its group of what its leader is told: never the customer's own words. */
final class Groups {
  private final Ground ground;
  private final AlertCards cards;

  Groups(Ground ground, AlertCards cards) {
    this.ground = ground;
    this.cards = cards;
  }

  /** The working group in which others of the team read what is told about this rep. */
  Optional<TeamGroup> reading(Person rep) {
    return Optional.of(rep.team())
        .filter(team -> !team.isBlank() && ground.team().seesAlerts().getAsBoolean())
        .flatMap(ground.team().groups()::of)
        .filter(group -> group.refused().isEmpty());
  }

  /** Tells each team its part of what the leader reads on this card. */
  void tell(String card, Person leader, List<Told> told) {
    Map<TeamGroup, List<Told>> byGroup = new LinkedHashMap<>();
    for (Told one : told) {
      reading(one.rep())
          .ifPresent(group -> byGroup.computeIfAbsent(group, first -> new ArrayList<>()).add(one));
    }
    byGroup.forEach((group, theirs) -> tell(card, group, leader, theirs));
  }

  private void tell(String card, TeamGroup group, Person leader, List<Told> told) {
    String text =
        told.stream().map(one -> cards.groupTold(leader, one)).collect(Collectors.joining("\n"));
    var push = new Outbound.Push(key(card, group.team()), Optional.empty(), text);
    ground.outbox().post(Post.punctual(group.account(), push, "", ""));
  }

  /** What this rep's team was told beside the card, if it was. */
  Optional<Posted> told(String card, Person rep) {
    return ground.outbox().find(key(card, rep.team()));
  }

  private static String key(String card, String team) {
    return card + ":group:" + team;
  }
}
