package io.kouxin.bot.alert;

import io.kouxin.bot.alert.Notices.Decision;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.people.Person.Role;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import io.kouxin.integrations.channel.Directory.Member;
import io.kouxin.integrations.channel.Outbound;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cards that ask administrators about a stranger: each has one, and all show what was said. */
final class StrangerCards {
  static final String OWNER = "stranger";
  static final String ADD = "add";
  static final String REFUSE = "refuse";

  private final Ground ground;
  private final Upkeep upkeep;

  StrangerCards(Ground ground, Upkeep upkeep) {
    this.ground = ground;
    this.upkeep = upkeep;
  }

  private static String key(Topic.Stranger stranger, Person admin) {
    return stranger.key() + ":" + admin.id();
  }

  /** Asks, once. Without the directory the account is all that an administrator can recognise. */
  void ask(Person admin, Topic.Stranger stranger, Optional<Member> known) {
    Sentences say = ground.wording().in(admin.language());
    String text = say.say("unknown.admin", who(stranger.account().account(), known));
    Card card =
        Card.of(say.say("unknown.title"), text)
            .withButtons(
                List.of(add(say), new Button(REFUSE, say.button("not_ours"), Style.NORMAL)));
    var push = new Outbound.Push(key(stranger, admin), Optional.of(card), text);
    ground
        .people()
        .reach(admin.id())
        .map(to -> Post.punctual(to, push, OWNER, stranger.account().key()))
        .ifPresent(ground.outbox()::post);
  }

  private static Map<String, ?> who(String account, Optional<Member> known) {
    return known
        .filter(member -> !member.name().isBlank())
        .<Map<String, ?>>map(
            member ->
                Map.of(
                    "nick", member.name(),
                    "userid", member.account(),
                    "team", member.departments().stream().findFirst()))
        .orElse(Map.of("nick", account));
  }

  private static Button add(Sentences say) {
    return new Button(ADD, say.button("add_rep"), Style.PRIMARY);
  }

  /** Shows on every administrator's card what was decided. */
  void show(Topic.Stranger stranger, Decision decision) {
    ground.people().all().stream()
        .filter(person -> person.role() == Role.ADMIN)
        .forEach(
            admin ->
                ground
                    .outbox()
                    .find(key(stranger, admin))
                    .ifPresent(posted -> show(admin, posted, decision)));
  }

  private void show(Person admin, Posted posted, Decision decision) {
    Sentences say = ground.wording().in(admin.language());
    String card = posted.message().key();
    String line =
        switch (decision) {
          case ADDED -> say.say("unknown.added");
          case REFUSED -> say.say("unknown.refused", Map.of("hours", upkeep.keeping().toHours()));
        };
    if (posted.message() instanceof Outbound.Push push && push.card().isPresent()) {
      Card face = face(push.card().get(), decision, line, say);
      String key = card + ":" + decision.name();
      var change = new Outbound.Change(key, card, Optional.empty(), face, line);
      ground.outbox().post(Post.plain(posted.to(), change));
    }
  }

  /** Who was refused by a slip of the thumb can still be added. */
  private static Card face(Card asked, Decision decision, String line, Sentences say) {
    return switch (decision) {
      case ADDED -> asked.settledAs(line);
      case REFUSED -> Card.of(asked.title(), line).withButtons(List.of(add(say)));
    };
  }
}
