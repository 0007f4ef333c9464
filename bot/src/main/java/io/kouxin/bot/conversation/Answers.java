package io.kouxin.bot.conversation;

import io.kouxin.bot.customer.Customer;
import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.customer.KnownCustomers;
import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.followup.FollowUps.Filter;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers what a rep asks: help, my follow-ups, a customer. */
final class Answers {
  private static final int CHOICES = 4;
  private static final int MOST = 500;
  private final FollowUps followUps;
  private final Customers customers;
  private final KnownCustomers known;
  private final Editing.Desk desk;

  Answers(FollowUps followUps, Customers customers, KnownCustomers known, Editing.Desk desk) {
    this.followUps = followUps;
    this.customers = customers;
    this.known = known;
    this.desk = desk;
  }

  Runnable help(Turn turn) {
    return () -> say(turn, "help", Map.of());
  }

  /** What waits for this rep, the next one first. */
  Runnable mine(Turn turn) {
    Talk talk = desk.speaker().talk(turn.person());
    Instant now = desk.clock().instant();
    Filter mine = Filter.of(turn.person().id()).since(now.minus(Duration.ofDays(60)));
    List<FollowUp> open =
        followUps.list(mine, Optional.empty(), MOST).stream()
            .filter(f -> f.status() == Status.DRAFT || f.status() == Status.CONFIRMED)
            .filter(f -> f.due().isPresent() || f.nextAction().isPresent())
            .sorted(Comparator.comparing(Answers::dueOrLast))
            .toList();
    if (open.isEmpty()) {
      return () -> say(turn, "mine.none", Map.of());
    }
    Map<String, Object> values = new HashMap<>();
    values.put("n", open.size());
    for (int i = 0; i < Math.min(3, open.size()); i++) {
      values.put("item" + (i + 1), item(open.get(i), talk));
    }
    return () -> say(turn, "mine", values);
  }

  private static Instant dueOrLast(FollowUp followUp) {
    return followUp.due().flatMap(DueTime::at).orElse(Instant.MAX);
  }

  private static String item(FollowUp followUp, Talk talk) {
    return talk.say(
        "mine.item",
        Map.of(
            "customer", talk.customerOrUnknown(followUp),
            "action", talk.action(followUp),
            "due", talk.due(followUp)));
  }

  Runnable lookUp(Turn turn, String query) {
    List<Customer> found = known.search(query, MOST);
    Talk talk = desk.speaker().talk(turn.person());
    if (found.isEmpty()) {
      return () -> say(turn, "lookup.none", Map.of("query", query));
    }
    if (found.size() == 1) {
      return about(turn, found.getFirst());
    }
    List<Button> choices =
        found.stream()
            .limit(CHOICES)
            .map(
                customer ->
                    new Button(
                        CardAction.action("lookup", customer.id(), ""),
                        customer.name(),
                        Style.NORMAL))
            .toList();
    String sentence = talk.say("lookup.many", Map.of("query", query, "n", found.size()));
    return () -> desk.speaker().ask(turn.account(), "lookup:" + turn.id(), sentence, choices);
  }

  /** What is known of the customer with this id. */
  Runnable about(Turn turn, String customer) {
    return customers
        .find(customer)
        .map(found -> about(turn, found))
        .orElse(() -> say(turn, "draft.stale", Map.of()));
  }

  private Runnable about(Turn turn, Customer customer) {
    List<FollowUp> all = followUps.list(Filter.any().about(customer.id()), Optional.empty(), MOST);
    if (all.isEmpty()) {
      return () -> say(turn, "lookup.empty", Map.of("customer", customer.name()));
    }
    Talk talk = desk.speaker().talk(turn.person());
    FollowUp latest = all.getFirst();
    Map<String, Object> values =
        Map.of(
            "customer", customer.name(),
            "n", all.size(),
            "date",
                talk.moments()
                    .day(
                        latest.createdAt().atZone(talk.zone()).toLocalDate(),
                        turn.person().language()),
            "need", talk.labels(latest, "need"),
            "objection", talk.labels(latest, "objection"),
            "action", talk.action(latest),
            "due", talk.due(latest));
    return () -> say(turn, "lookup", values);
  }

  private void say(Turn turn, String sentence, Map<String, ?> values) {
    desk.speaker().say(turn.account(), turn.person(), "said:" + turn.id(), sentence, values);
  }
}
