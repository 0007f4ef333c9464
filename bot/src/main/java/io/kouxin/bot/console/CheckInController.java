package io.kouxin.bot.console;

import io.kouxin.bot.access.Caller;
import io.kouxin.bot.inbox.Inbox;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.integrations.channel.Inbound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Somebody says on a page where they are. It becomes a message of theirs, so that all goes on as if
 * they had sent a place in the chat; DingTalk's robots get no such messages.
 */
@RestController
@Tag(name = "Check-in")
class CheckInController {
  private static final int LONGEST_LABEL = 100;

  private final Inbox inbox;
  private final People people;
  private final PageProofs proofs;
  private final Clock clock;

  CheckInController(Inbox inbox, People people, PageProofs proofs, Clock clock) {
    this.inbox = inbox;
    this.people = people;
    this.proofs = proofs;
    this.clock = clock;
  }

  /**
   * A place.
   *
   * @param key made by the page, the same for repeats of the same tap
   * @param latitude degrees, north positive
   * @param longitude degrees, east positive
   * @param label what people call it; may be missing
   */
  record Place(
      @Nullable String key,
      @Nullable Double latitude,
      @Nullable Double longitude,
      @Nullable String label) {}

  /** The message that it became; the same one for a repeat. */
  record Kept(String id) {}

  @PostMapping("/api/v1/check-ins")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Say where the caller is",
      description = "Only for people. A repeat with the same key changes nothing.")
  Kept checkIn(@RequestBody Place place, Caller caller, HttpServletRequest request) {
    String key = key(place);
    double latitude = degrees("latitude", place.latitude(), 90);
    double longitude = degrees("longitude", place.longitude(), 180);
    String label = label(place);
    Person person = person(caller);
    String id = "check-in:" + person.id() + ":" + key;
    Account account = account(person, request);
    var envelope =
        new Inbound.Envelope(
            id, account.channel(), account.account(), account.account(), clock.instant());
    return new Kept(inbox.accept(new Inbound.Place(envelope, latitude, longitude, label)).id());
  }

  private static Person person(Caller caller) {
    Optional<Person> person =
        switch (caller) {
          case Caller.Member member -> Optional.of(member.person());
          case Caller.Administrator admin -> admin.person();
          case Caller.Program program -> Optional.empty();
        };
    return person.orElseThrow(
        () -> Problem.conflict("Only a person who signed in is somewhere; a token is not."));
  }

  /** The account of the platform they are in, else the one they are best reached at. */
  private Account account(Person person, HttpServletRequest request) {
    return proofs
        .kit(request)
        .flatMap(kit -> people.account(person.id(), kit.name()))
        .or(() -> people.reach(person.id()))
        .orElseThrow(() -> Problem.conflict("You have no chat to which this could be told."));
  }

  private static String key(Place place) {
    String key = Optional.ofNullable(place.key()).orElse("");
    if (!key.matches("[A-Za-z0-9-]{8,64}")) {
      throw Problem.badRequest("'key' must have 8 to 64 letters, digits or hyphens.");
    }
    return key;
  }

  private static double degrees(String name, @Nullable Double value, int most) {
    if (value == null || !Double.isFinite(value) || Math.abs(value) > most) {
      throw Problem.badRequest("'%s' must be from -%d to %d.".formatted(name, most, most));
    }
    return value;
  }

  private static String label(Place place) {
    String label = Optional.ofNullable(place.label()).orElse("").strip();
    if (label.length() > LONGEST_LABEL || label.chars().anyMatch(Character::isISOControl)) {
      throw Problem.badRequest("'label' must be one line of at most 100 characters.");
    }
    return label;
  }
}
