package io.kouxin.bot.outbox;

import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.channel.TapCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Brings each tap to the room that sent the card. */
public final class Taps {
  /** So many messages a person scrolls back at most to tap. */
  private static final int CARDS = 200;

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

  /**
   * The tap that a person's words stand for, where a platform's buttons make people say something;
   * empty if none of the cards that they got lately has such a button.
   */
  public Optional<Inbound.Tap> said(Inbound.Text text) {
    Envelope envelope = text.envelope();
    return TapCode.in(text.text())
        .flatMap(
            said ->
                outbox.to(envelope.channel(), envelope.sender(), CARDS).reversed().stream()
                    .flatMap(posted -> chosen(posted, said.code(), envelope).stream())
                    .findFirst());
  }

  private Optional<Inbound.Tap> chosen(Posted posted, String code, Envelope envelope) {
    return posted
        .card()
        .flatMap(
            key ->
                face(posted.message()).stream()
                    .flatMap(card -> TapCode.choices(key, card).stream())
                    .filter(choice -> choice.code().code().equals(code))
                    .findFirst()
                    .map(
                        choice ->
                            new Inbound.Tap(envelope, key, choice.action(), choice.ticked())));
  }

  /** As it was sent: where cards cannot change, people scroll back to what it was. */
  private static Optional<Card> face(Outbound message) {
    return switch (message) {
      case Outbound.Sheet sheet -> Optional.of(sheet.card());
      case Outbound.Change change -> Optional.of(change.face());
      case Outbound.Push push -> push.card();
      default -> Optional.empty();
    };
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
