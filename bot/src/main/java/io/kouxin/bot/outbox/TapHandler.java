package io.kouxin.bot.outbox;

import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import java.time.Instant;
import java.util.List;

/** A room that sends cards gets their taps. */
public interface TapHandler {

  /** The name under which the room posts its cards, also in the store. */
  String owner();

  /**
   * Decides what a tap means. Called outside a transaction; the effects run in one.
   *
   * @return the effects
   */
  Runnable tapped(Tapped tap);

  /**
   * A tap.
   *
   * @param id of the message that brought it: a key for what follows from it
   * @param person who tapped
   * @param account where they did
   * @param card the key of the card
   * @param subject what the card is about, as it was posted
   * @param action of the button
   * @param ticked the options ticked on the card
   */
  record Tapped(
      String id,
      Person person,
      Account account,
      String card,
      String subject,
      String action,
      List<String> ticked,
      Instant at) {}
}
