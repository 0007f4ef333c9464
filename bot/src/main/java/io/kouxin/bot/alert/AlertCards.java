package io.kouxin.bot.alert;

import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.wording.Moments;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.bot.wording.Wording;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an alert looks like, in the language of its reader. */
final class AlertCards {
  static final String TAKE = "take";
  static final String LET = "let";
  static final String ONE_BY_ONE = "one_by_one";
  private static final int NAMED = 3;

  private final Wording wording;
  private final Moments moments;

  AlertCards(Ground ground) {
    this.wording = ground.wording();
    this.moments = new Moments(ground.clock(), ground.calendar().zone());
  }

  Card single(Person leader, Told told) {
    Sentences say = wording.in(leader.language());
    Map<String, Object> values =
        Map.of(
            "rep", told.rep().name(),
            "customer", customer(told),
            "objection", labels(say, told.labels()),
            "quote", told.quote(),
            "next", next(say, told.followUp()));
    String text =
        customer(told).isEmpty()
            ? say.say("alert.leader_unknown", values)
            : say.say("alert.leader", values);
    return Card.of(item(say, told), text)
        .withButtons(
            List.of(
                new Button(TAKE, say.button("take"), Style.PRIMARY),
                new Button(LET, say.button("let"), Style.NORMAL)));
  }

  Card merged(Person leader, List<Told> told) {
    Sentences say = wording.in(leader.language());
    Map<String, Object> values = new HashMap<>();
    values.put("n", told.size());
    for (int i = 0; i < Math.min(NAMED, told.size()); i++) {
      values.put("item" + (i + 1), item(say, told.get(i)));
    }
    return Card.of(
            say.say("alert.title", Map.of("n", told.size())), say.say("alert.merged", values))
        .withButtons(List.of(new Button(ONE_BY_ONE, say.button("one_by_one"), Style.PRIMARY)));
  }

  /** What the rep reads at the same moment. */
  String repTold(Person rep, Person leader, List<Told> told) {
    Sentences say = wording.in(rep.language());
    List<String> all = told.stream().flatMap(one -> one.labels().stream()).distinct().toList();
    return say.say(
        "alert.rep_told", Map.of("objection", labels(say, all), "leader", leader.name()));
  }

  /** The same where the rep's team reads it, too. */
  String repToldWithGroup(Person rep, Person leader, List<Told> told) {
    Sentences say = wording.in(rep.language());
    List<String> all = told.stream().flatMap(one -> one.labels().stream()).distinct().toList();
    return say.say(
        "alert.rep_told_group", Map.of("objection", labels(say, all), "leader", leader.name()));
  }

  /** What the team reads. */
  String groupTold(Person leader, Told told) {
    Sentences say = wording.in(leader.language());
    return say.say("alert.group", Map.of("item", item(say, told), "leader", leader.name()));
  }

  /** What the leader or the team reads where it cannot be taken back. */
  String corrected(Person leader, Told wrong) {
    Sentences say = wording.in(leader.language());
    return say.say(
        "alert.corrected",
        Map.of(
            "rep", wrong.rep().name(),
            "customer", wrong.alerts().getFirst().customer(),
            "objection", labels(say, wrong.labels())));
  }

  /** What the rep reads at the same moment. */
  String repCorrected(Person leader, Told wrong) {
    Sentences say = wording.in(wrong.rep().language());
    return say.say(
        "alert.rep_corrected",
        Map.of("objection", labels(say, wrong.labels()), "leader", leader.name()));
  }

  /** What the rep reads when the leader takes it over. */
  String taken(Person rep, Person leader, Alert alert) {
    Sentences say = wording.in(rep.language());
    return say.say("alert.taken", Map.of("leader", leader.name(), "customer", alert.customer()));
  }

  /** The line on a card that was decided. */
  String decided(Person leader, Person rep, Alert.State state) {
    Sentences say = wording.in(leader.language());
    Map<String, Object> values = Map.of("rep", rep.name());
    return state == Alert.State.TAKEN
        ? say.say("alert.noted", values)
        : say.say("alert.left", values);
  }

  private static String item(Sentences say, Told told) {
    return say.say(
        "alert.item",
        Map.of(
            "rep", told.rep().name(),
            "customer", customer(told),
            "objection", labels(say, told.labels())));
  }

  private static Optional<String> customer(Told told) {
    return told.followUp().customer().map(CustomerRef::name);
  }

  private static String labels(Sentences say, List<String> labels) {
    return labels.stream()
        .reduce((some, next) -> say.say("list.more", Map.of("some", some, "next", next)))
        .orElse("");
  }

  private String next(Sentences say, FollowUp followUp) {
    Optional<String> due =
        followUp.due().flatMap(DueTime::at).map(at -> moments.at(at, say.language()));
    return followUp
        .nextAction()
        .map(action -> String.join(" ", Stream.concat(due.stream(), Stream.of(action)).toList()))
        .orElse("");
  }
}
