package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import java.util.List;
import java.util.Optional;

/**
 * Asks which record a correction is for, and takes the answer: a name, and nothing that reports.
 */
final class Which {
  private final FollowUps followUps;
  private final NamedCustomers customers;
  private final Editing editing;
  private final Editing.Desk desk;

  Which(FollowUps followUps, NamedCustomers customers, Editing editing, Editing.Desk desk) {
    this.followUps = followUps;
    this.customers = customers;
    this.editing = editing;
    this.desk = desk;
  }

  /** Asks for one of these; the words are the correction that waits. */
  void ask(Turn turn, List<FollowUp> choices, String words) {
    List<String> ids = choices.stream().map(FollowUp::id).toList();
    desk.matters().set(turn.account(), Matter.which(words, ids));
    Talk talk = desk.speaker().talk(turn.person());
    List<Button> buttons =
        choices.stream()
            .map(
                visit ->
                    new Button(
                        CardAction.action("which", visit.id(), ""),
                        talk.customerOrUnknown(visit),
                        Style.NORMAL))
            .toList();
    desk.speaker().ask(turn.account(), "which:" + turn.id(), talk.say("correct.which"), buttons);
  }

  /** The correction goes where these words say; empty if they are no answer. */
  Optional<Runnable> answer(Turn turn, Matter matter, String words) {
    List<FollowUp> meant = meant(turn, words, open(matter));
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    boolean one = meant.stream().map(FollowUp::customer).distinct().count() == 1;
    return Optional.of(
        one
            ? editing.words(turn, meant.getFirst(), matter.words())
            : () -> ask(turn, meant, matter.words()));
  }

  /** Those of them that are called so, the latest first. */
  List<FollowUp> meant(Turn turn, String words, List<FollowUp> some) {
    List<CustomerRef> called = customers.named(words, turn.language());
    Optional<CustomerRef> certain =
        customers.certain(words, turn.language(), turn.words()).filter(called::contains);
    List<CustomerRef> meant = certain.map(List::of).orElse(called);
    return some.stream()
        .filter(visit -> visit.customer().filter(meant::contains).isPresent())
        .toList();
  }

  /** The records in question, as they stand now. */
  private List<FollowUp> open(Matter matter) {
    return matter.choices().stream()
        .map(followUps::find)
        .flatMap(Optional::stream)
        .filter(visit -> visit.status() != FollowUp.Status.DROPPED)
        .toList();
  }
}
