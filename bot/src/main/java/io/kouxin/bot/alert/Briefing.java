package io.kouxin.bot.alert;

import io.kouxin.bot.alert.Upkeep.Waiting;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.Directory.Member;
import io.kouxin.integrations.channel.Outbound;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells all administrators one topic, at a decent hour, if it still holds then. */
final class Briefing implements Work {
  static final String NAME = "admin";
  private static final String OFFLINE = "README";

  private final Ground ground;
  private final Upkeep upkeep;
  private final Notices rows;
  private final StrangerCards cards;
  private final Colleagues colleagues;

  Briefing(Ground ground, Upkeep upkeep, Notices rows, StrangerCards cards, Colleagues colleagues) {
    this.ground = ground;
    this.upkeep = upkeep;
    this.rows = rows;
    this.cards = cards;
    this.colleagues = colleagues;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Instant> next(String topic) {
    return rows.dueAt(topic);
  }

  /** The directory is asked before the transaction begins. */
  @Override
  public void step(String topic) {
    Optional<Member> known =
        Topic.of(topic) instanceof Topic.Stranger stranger
            ? colleagues.member(stranger.account())
            : Optional.empty();
    ground.transactions().executeWithoutResult(status -> tell(topic, known));
  }

  private void tell(String topic, Optional<Member> known) {
    Instant now = ground.clock().instant();
    if (rows.dueAt(topic).filter(at -> !at.isAfter(now)).isEmpty()) {
      return;
    }
    if (ground.calendar().isQuiet(now)) {
      rows.due(topic, ground.calendar().nextDecentMoment(now));
      return;
    }
    List<Person> admins = ground.people().administrators();
    if (admins.isEmpty()) {
      rows.clear(topic);
      return;
    }
    switch (Topic.of(topic)) {
      case Topic.Stranger stranger -> stranger(stranger, admins, known);
      case Topic.Trouble trouble -> trouble(trouble, admins, now);
      case Topic.Doubt doubt -> doubt(doubt, admins, now);
      case Topic.Gone gone -> gone(gone, admins, now);
      case Topic.Quota quota -> tell(quota, say -> quota(quota, say), admins, now);
      case Topic.Losses losses -> tell(losses, say -> losses(losses, say), admins, now);
      case Topic.Group group -> group(group, admins, now);
      case Topic.Model model -> model(model, admins, now);
    }
  }

  private void stranger(Topic.Stranger stranger, List<Person> admins, Optional<Member> known) {
    if (ground.people().behind(stranger.account()).isPresent()) {
      rows.clear(stranger.key());
      return;
    }
    admins.forEach(admin -> cards.ask(admin, stranger, known));
    rows.told(stranger.key(), ground.clock().instant());
  }

  /** Whoever leads them has to do something about it, administrator or not. */
  private void gone(Topic.Gone gone, List<Person> admins, Instant now) {
    Optional<Person> left =
        ground.people().find(gone.person()).filter(p -> ground.people().reach(p.id()).isEmpty());
    if (left.isEmpty()) {
      rows.clear(gone.key());
      return;
    }
    Stream.concat(admins.stream(), ground.people().leaderOf(left.get()).stream())
        .distinct()
        .forEach(
            reader -> {
              Sentences say = ground.wording().in(reader.language());
              push(
                  reader, gone.key(), now, say.say("gone.lead", Map.of("name", left.get().name())));
            });
    rows.told(gone.key(), now);
  }

  private void tell(
      Topic topic, Function<Sentences, String> words, List<Person> admins, Instant now) {
    for (Person admin : admins) {
      push(admin, topic.key(), now, words.apply(ground.wording().in(admin.language())));
    }
    rows.told(topic.key(), now);
  }

  private static String quota(Topic.Quota quota, Sentences say) {
    String platform = say.say("platform." + quota.channel());
    String what = say.say("quota." + quota.kind());
    return say.say("quota.admin", Map.of("platform", platform, "what", what));
  }

  private static String losses(Topic.Losses losses, Sentences say) {
    String platform = say.say("platform." + losses.channel());
    return say.say("directory.losses", Map.of("platform", platform));
  }

  /** Whoever set it up again meanwhile need not hear of it. */
  private void group(Topic.Group group, List<Person> admins, Instant now) {
    boolean broken =
        ground.team().groups().of(group.team()).filter(g -> g.refused().isPresent()).isPresent();
    if (!broken) {
      rows.clear(group.key());
      return;
    }
    for (Person admin : admins) {
      Sentences say = ground.wording().in(admin.language());
      push(admin, group.key(), now, say.say("group.admin", Map.of("team", group.team())));
    }
    rows.told(group.key(), now);
  }

  private void trouble(Topic.Trouble trouble, List<Person> admins, Instant now) {
    long stuck = upkeep.letters().count();
    if (stuck == 0) {
      rows.clear(trouble.key());
      return;
    }
    for (Person admin : admins) {
      Sentences say = ground.wording().in(admin.language());
      push(admin, trouble.key(), now, say.say("trouble.admin", Map.of("n", stuck)));
    }
    rows.told(trouble.key(), now);
  }

  private void doubt(Topic.Doubt doubt, List<Person> admins, Instant now) {
    int most = 99;
    int doubtful =
        ground.outbox().list(Optional.of(Posted.State.DOUBTFUL), Optional.empty(), most).size();
    if (doubtful == 0) {
      rows.clear(doubt.key());
      return;
    }
    for (Person admin : admins) {
      Sentences say = ground.wording().in(admin.language());
      push(admin, doubt.key(), now, say.say("doubt.admin", Map.of("n", doubtful)));
    }
    rows.told(doubt.key(), now);
  }

  /** Again every day, as long as notes wait. */
  private void model(Topic.Model model, List<Person> admins, Instant now) {
    List<Waiting> waiting = upkeep.waiting().get();
    if (waiting.isEmpty()) {
      rows.clear(model.key());
      return;
    }
    List<Waiting> missing = waiting.stream().filter(one -> !one.coming()).toList();
    for (Person admin : admins) {
      missing.forEach(one -> missing(admin, model, one, now));
    }
    if (missing.isEmpty()) {
      rows.due(model.key(), now.plus(model.grace()));
    } else {
      rows.told(model.key(), now);
      rows.due(model.key(), now.plus(model.pause().orElseThrow()));
    }
  }

  private void missing(Person admin, Topic.Model model, Waiting waiting, Instant now) {
    Sentences say = ground.wording().in(admin.language());
    String language = waiting.language().getLanguage();
    Map<String, Object> values =
        Map.of(
            "n", waiting.notes(),
            "language", say.say("language." + language),
            "model", waiting.model(),
            "link", OFFLINE);
    push(admin, model.key() + ":" + language, now, say.say("model.admin", values));
  }

  private void push(Person admin, String topic, Instant now, String text) {
    String key = "admin:" + topic + ":" + admin.id() + ":" + now.toEpochMilli();
    var push = new Outbound.Push(key, Optional.empty(), text);
    ground
        .people()
        .reach(admin.id())
        .ifPresent(to -> ground.outbox().post(Post.punctual(to, push, "", "")));
  }

  @Override
  public Optional<String> setAside(String topic, String reason) {
    rows.clear(topic);
    return Optional.of(topic);
  }

  @Override
  public void revive(String topic) {
    rows.due(topic, ground.clock().instant());
    ground.wakes().wake(NAME, topic);
  }
}
