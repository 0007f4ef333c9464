package io.kouxin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.people.Person;
import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A handle is good for one change; a tap brings the next. */
class HandlesTest {

  @ParameterizedTest
  @EnumSource
  void the_first_change_uses_the_handle_of_the_card_and_the_next_has_none(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = new Letterbox(counter.clock);
      counter.through(box);
      counter.shows("anna", "card");
      counter.changes("anna", "card", "one");
      counter.changes("anna", "card", "two");
      counter.work();
      assertThat(handles(box)).containsExactly(Optional.of("once:card"), Optional.empty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_tap_brings_a_fresh_handle_for_one_more_change(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = new Letterbox(counter.clock);
      counter.through(box);
      counter.shows("anna", "card");
      counter.work();
      tapped(counter, "fresh", () -> counter.changes("anna", "card", "one"));
      counter.changes("anna", "card", "two");
      counter.work();
      assertThat(handles(box)).containsExactly(Optional.of("fresh"), Optional.empty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_same_tap_once_more_brings_nothing(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = new Letterbox(counter.clock);
      counter.through(box);
      counter.shows("anna", "card");
      counter.work();
      tapped(counter, "fresh", () -> counter.changes("anna", "card", "one"));
      counter.changes("anna", "card", "two");
      counter.work();
      tapped(counter, "fresh", () -> counter.changes("anna", "card", "three"));
      counter.work();
      assertThat(handles(box))
          .containsExactly(Optional.of("fresh"), Optional.empty(), Optional.empty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_tap_while_a_change_leaves_is_not_forgotten(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = new Letterbox(counter.clock);
      counter.through(box);
      counter.shows("anna", "card");
      counter.work();
      box.trouble =
          Optional.of(
              (recipient, message) -> {
                if (message.key().equals("one")) {
                  tapped(counter, "fresh", () -> counter.changes("anna", "card", "two"));
                }
              });
      counter.changes("anna", "card", "one");
      counter.work();
      assertThat(handles(box)).containsExactly(Optional.of("once:card"), Optional.of("fresh"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_change_that_must_wait_keeps_its_handle(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = new Letterbox(counter.clock);
      counter.through(box);
      counter.shows("anna", "card");
      counter.work();
      box.isDown(Duration.ofSeconds(10));
      counter.changes("anna", "card", "one");
      counter.work();
      box.trouble = Optional.empty();
      counter.pass(Duration.ofSeconds(10));
      assertThat(handles(box)).containsExactly(Optional.of("once:card"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_tap_on_a_card_of_somebody_else_changes_nothing(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = new Letterbox(counter.clock);
      counter.through(box);
      counter.shows("ben", "card");
      counter.work();
      assertThat(effects(counter, "fresh", () -> {})).isEmpty();
      counter.changes("ben", "card", "one");
      counter.work();
      assertThat(handles(box)).containsExactly(Optional.of("once:card"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void where_handles_last_nothing_is_used_up(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = new Letterbox(counter.clock);
      box.permanent = true;
      counter.through(box);
      counter.shows("anna", "card");
      counter.changes("anna", "card", "one");
      counter.changes("anna", "card", "two");
      counter.work();
      assertThat(handles(box)).containsExactly(Optional.of("for ever"), Optional.of("for ever"));
    }
  }

  private static void tapped(Counter counter, String handle, Runnable what) {
    counter.together(effects(counter, handle, what).orElseThrow());
  }

  private static Optional<Runnable> effects(Counter counter, String handle, Runnable what) {
    var envelope =
        new Inbound.Envelope("m", Letterbox.NAME, "anna", "anna", counter.clock.instant());
    var tap = new Inbound.Tap(envelope, "card", "ok", List.of(), Optional.of(handle));
    var anna = new Person("anna", "Anna", Person.Role.REP, Locale.ENGLISH, "", Optional.empty());
    return new Taps(counter.outbox, () -> List.of(new Owner(what))).effects("m", anna, tap);
  }

  /** The room that shows the card. */
  private record Owner(Runnable effects) implements TapHandler {
    @Override
    public String owner() {
      return "owner";
    }

    @Override
    public Runnable tapped(Tapped tap) {
      return effects;
    }
  }

  private static List<Optional<String>> handles(Letterbox box) {
    return box.letters.stream()
        .map(Letterbox.Letter::message)
        .filter(Outbound.Change.class::isInstance)
        .map(message -> ((Outbound.Change) message).handle())
        .toList();
  }
}
