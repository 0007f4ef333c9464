package io.kouxin.bot.conversation;

import io.kouxin.bot.conversation.Corrections.Reading;
import io.kouxin.bot.customer.Customer;
import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.customer.NewCustomer;
import io.kouxin.bot.followup.Correction;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes a record because somebody said so, by tapping, typing or speaking. Returns effects. */
final class Editing {
  private final FollowUps followUps;
  private final Customers customers;
  private final Corrections corrections;
  private final Questions questions;
  private final Desk desk;

  /** What it works with. */
  record Desk(Speaker speaker, Matters matters, Clock clock) {}

  Editing(
      FollowUps followUps,
      Customers customers,
      Corrections corrections,
      Questions questions,
      Desk desk) {
    this.followUps = followUps;
    this.customers = customers;
    this.corrections = corrections;
    this.questions = questions;
    this.desk = desk;
  }

  /** Words that correct one record. */
  Runnable words(Turn turn, FollowUp followUp, String words) {
    return switch (corrections.read(words, followUp, turn)) {
      case Reading.Understood understood -> correct(turn, followUp, understood.correction());
      case Reading.NewCustomer unknown -> offer(turn, followUp, unknown.name());
      case Reading.OneOf several -> choose(turn, followUp, several.customers());
      case Reading.Unclear unclear -> () -> say(turn, "correct.unclear", Map.of());
    };
  }

  /** Whether these words can be meant as a correction of this record at all. */
  boolean understands(Turn turn, FollowUp followUp, String words) {
    return !(corrections.read(words, followUp, turn) instanceof Reading.Unclear);
  }

  /** One of several customers that are called or sound like that. */
  private Runnable choose(Turn turn, FollowUp followUp, List<CustomerRef> several) {
    return () -> {
      Talk talk = desk.speaker().talk(turn.person());
      List<Button> buttons = new ArrayList<>();
      several.stream().limit(3).map(one -> Questions.choice(followUp, one)).forEach(buttons::add);
      buttons.add(Questions.skip(followUp, Question.CUSTOMER, talk.button("skip")));
      desk.speaker().ask(turn.account(), "who:" + turn.id(), talk.say("ask.customer"), buttons);
    };
  }

  /** One change; what is frozen is asked for its reason first. */
  Runnable correct(Turn turn, FollowUp followUp, Correction correction) {
    FollowUp.Change change = followUp.correct(correction, desk.clock().instant());
    if (change.isNothingNew()) {
      return turn.how() == Turn.How.TAPPED ? () -> {} : () -> asItWas(turn, followUp, correction);
    }
    if (followUp.isFrozen()) {
      return () -> askReason(turn, followUp, correction);
    }
    return () -> write(turn, followUp, correction, "");
  }

  private void asItWas(Turn turn, FollowUp followUp, Correction correction) {
    String field = desk.speaker().talk(turn.person()).field(followUp, correction.field());
    say(turn, "correct.set", Map.of("field", field, "new", correction.after()));
  }

  /** The reason for a change that waited for it. */
  Runnable because(Turn turn, Matter matter, String reason) {
    return () -> {
      desk.matters().clear(turn.account());
      Optional<FollowUp> frozen = followUps.find(matter.followUp());
      frozen.ifPresent(
          followUp ->
              matter.correction().ifPresent(change -> write(turn, followUp, change, reason)));
    };
  }

  private void write(Turn turn, FollowUp followUp, Correction correction, String reason) {
    Talk talk = desk.speaker().talk(turn.person());
    Optional<String> answered =
        questions
            .about(followUp, talk)
            .filter(question -> question.isAnsweredBy(correction))
            .map(Question::name);
    FollowUp.Change change = followUp.correct(correction, answered, desk.clock().instant());
    followUps.write(change, turn.person().id(), reason);
    if (correction instanceof Correction.Customer moved) {
      learn(followUp, moved.customer());
    }
    desk.matters().clear(turn.account());
  }

  /** What the memo called a customer that we took for nobody is another name of this one. */
  private void learn(FollowUp followUp, CustomerRef customer) {
    if (followUp.customer().isEmpty()) {
      corrections
          .unknownName(followUp)
          .filter(name -> !name.equals(customer.name()))
          .ifPresent(name -> customers.addAlias(customer.id(), name));
    }
  }

  private void askReason(Turn turn, FollowUp followUp, Correction correction) {
    Talk talk = desk.speaker().talk(turn.person());
    desk.matters().set(turn.account(), Matter.reason(followUp.id(), correction));
    List<Button> buttons =
        List.of(
            because(followUp, "customer_changed", talk),
            because(followUp, "my_mistake", talk),
            because(followUp, "say_reason", talk));
    String sentence =
        talk.say(
            "correct.reason",
            Map.of(
                "confirmed_at",
                talk.moments().at(followUp.updatedAt(), turn.person().language()),
                "new",
                correction.after()));
    desk.speaker().ask(turn.account(), "reason:" + turn.id(), sentence, buttons);
  }

  private static Button because(FollowUp followUp, String reason, Talk talk) {
    return new Button(
        CardAction.action("because", followUp.id(), reason), talk.button(reason), Style.NORMAL);
  }

  /** A name that we do not know is offered as a new customer, never made by itself. */
  private Runnable offer(Turn turn, FollowUp followUp, String name) {
    return () -> {
      Talk talk = desk.speaker().talk(turn.person());
      List<Button> buttons =
          List.of(
              new Button(
                  CardAction.action("new", followUp.id(), name),
                  talk.button("new_customer", Map.of("name", name)),
                  Style.PRIMARY),
              new Button(
                  CardAction.action("skip", followUp.id(), Question.CUSTOMER),
                  talk.button("skip"),
                  Style.NORMAL));
      desk.speaker()
          .ask(
              turn.account(),
              "new:" + turn.id(),
              talk.say("ask.customer_new", Map.of("name", name)),
              buttons);
    };
  }

  /** The rep wants a customer of this name. */
  Runnable newCustomer(Turn turn, Optional<FollowUp> followUp, String name) {
    return () -> {
      Customer added = customers.add(NewCustomer.named(name, turn.person().id()));
      followUp.ifPresent(
          found ->
              correct(
                      turn,
                      found,
                      new Correction.Customer(new CustomerRef(added.id(), added.name())))
                  .run());
      if (followUp.isEmpty()) {
        say(turn, "customer.added", Map.of("name", added.name()));
      }
    };
  }

  private void say(Turn turn, String sentence, Map<String, ?> values) {
    desk.speaker().say(turn.account(), turn.person(), "said:" + turn.id(), sentence, values);
  }
}
