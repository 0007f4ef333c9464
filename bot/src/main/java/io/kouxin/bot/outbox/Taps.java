package io.kouxin.bot.outbox;

import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.integrations.channel.Inbound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Brings each tap to the room that sent the card. */
public final class Taps {
  private final Outbox outbox;
  private final Supplier<List<TapHandler>> handlers;

  /**
   * Over an outbox.
   *
   * @param handlers asked at each tap, because the rooms need the outbox themselves
   */
  public Taps(Outbox outbox, Supplier<List<TapHandler>> handlers) {
    this.outbox = outbox;
    this.handlers = handlers;
  }

  /** What a tap does; empty if the card is not one of ours, or somebody else's. */
  public Optional<Runnable> effects(String message, Person person, Inbound.Tap tap) {
    var account = new Account(tap.envelope().channel(), tap.envelope().sender());
    Optional<Posted> card = outbox.find(tap.card()).filter(posted -> posted.to().equals(account));
    return card.flatMap(
        posted ->
            Optional.ofNullable(byOwner().get(posted.owner()))
                .map(
                    handler ->
                        renewing(
                            tap,
                            handler.tapped(
                                new TapHandler.Tapped(
                                    message,
                                    person,
                                    account,
                                    tap.card(),
                                    posted.subject(),
                                    tap.action(),
                                    tap.ticked(),
                                    tap.envelope().at())))));
  }

  /** The fresh handle first: what follows from the tap may change the card. */
  private Runnable renewing(Inbound.Tap tap, Runnable effects) {
    return () -> {
      tap.handle().ifPresent(handle -> outbox.renew(tap.card(), handle));
      effects.run();
    };
  }

  private Map<String, TapHandler> byOwner() {
    return handlers.get().stream().collect(Collectors.toMap(TapHandler::owner, handler -> handler));
  }
}
