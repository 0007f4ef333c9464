package io.kouxin.bot.console;

import io.kouxin.bot.customer.Customer;
import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.followup.Correction;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Change;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.pack.Packs;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes that come over the API: all of one request, or none. */
@Component
class FollowUpChanges {
  private static final int LONGEST = 500;
  private final FollowUps followUps;
  private final Customers customers;
  private final Packs packs;
  private final TransactionTemplate transactions;

  FollowUpChanges(
      FollowUps followUps, Customers customers, Packs packs, TransactionTemplate transactions) {
    this.followUps = followUps;
    this.customers = customers;
    this.packs = packs;
    this.transactions = transactions;
  }

  /** Who wants a change, why and when. */
  private record Wish(String by, String reason, Instant at) {}

  FollowUp apply(FollowUp before, FollowUpPatch patch, String by, Instant at) {
    var wish = new Wish(by, text("reason", patch.reason()).orElseThrow(this::noReason), at);
    List<Correction> corrections = corrections(before, patch);
    Optional<Status> status = text("status", patch.status()).map(FollowUpChanges::status);
    if (corrections.isEmpty() && status.isEmpty()) {
      throw Problem.badRequest(
          "Nothing to change: name customer, nextAction, due, tags or status.");
    }
    try {
      FollowUp after = transactions.execute(tx -> write(before, corrections, status, wish));
      return after == null ? before : after;
    } catch (FollowUps.ChangedMeanwhile e) {
      throw Problem.conflict("Somebody else changed it meanwhile. Read it again, then change it.");
    }
  }

  private RuntimeException noReason() {
    return Problem.badRequest("'reason' is missing: say in a few words why this changes.");
  }

  private FollowUp write(
      FollowUp before, List<Correction> corrections, Optional<Status> status, Wish wish) {
    FollowUp now = before;
    for (Correction correction : corrections) {
      now = written(now.correct(correction, wish.at()), wish);
    }
    if (status.isPresent() && status.get() != now.status()) {
      now = written(move(now, status.get(), wish.at()), wish);
    }
    return now;
  }

  private FollowUp written(Change change, Wish wish) {
    followUps.write(change, wish.by(), wish.reason());
    return change.after();
  }

  private static Change move(FollowUp now, Status status, Instant at) {
    return switch (status) {
      case CONFIRMED -> now.confirm(at);
      case COMPLETED -> now.complete(at);
      case DROPPED -> now.drop(at);
      case DRAFT -> now.restore(at);
    };
  }

  private List<Correction> corrections(FollowUp before, FollowUpPatch patch) {
    List<Correction> wanted = new ArrayList<>();
    text("customer", patch.customer()).map(this::customer).ifPresent(wanted::add);
    text("nextAction", patch.nextAction()).map(Correction.Action::new).ifPresent(wanted::add);
    text("due", patch.due()).map(FollowUpChanges::due).ifPresent(wanted::add);
    Optional.ofNullable(patch.tags()).ifPresent(tags -> retag(before, Set.copyOf(tags), wanted));
    return wanted;
  }

  private Correction customer(String id) {
    Customer found =
        customers
            .find(id)
            .orElseThrow(() -> Problem.badRequest("'customer' must be the id of a customer."));
    return new Correction.Customer(new CustomerRef(found.id(), found.name()));
  }

  private static Correction due(String text) {
    try {
      Instant at = OffsetDateTime.parse(text).toInstant();
      return new Correction.When(new DueTime(Optional.of(at), DueTime.Kind.APPOINTMENT, text));
    } catch (DateTimeParseException e) {
      throw Problem.badRequest("'due' must be a time such as 2026-03-11T15:00:00+08:00.");
    }
  }

  private void retag(FollowUp before, Set<String> tags, List<Correction> wanted) {
    before.asserted().stream()
        .filter(tag -> !tags.contains(tag.entry()))
        .forEach(tag -> wanted.add(new Correction.Remove(tag.entry())));
    for (String id : tags) {
      if (before.asserted().stream().noneMatch(tag -> tag.entry().equals(id))) {
        wanted.add(new Correction.Add(mark(id)));
      }
    }
  }

  private TagMark mark(String id) {
    LibraryItem item =
        packs
            .library()
            .item(id)
            .orElseThrow(
                () -> Problem.badRequest("'tags' must be ids of library entries, not " + id + "."));
    return new TagMark(
        id,
        item.entry().kind().name().toLowerCase(Locale.ROOT),
        item.entry().label(),
        1,
        "asserted",
        List.of(),
        true);
  }

  private static Status status(String text) {
    try {
      return Status.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("'status' must be draft, confirmed, completed or dropped.");
    }
  }

  private static Optional<String> text(String name, @Nullable String value) {
    Optional<String> text = Optional.ofNullable(value).map(String::strip).filter(t -> !t.isEmpty());
    if (text.filter(t -> t.length() > LONGEST).isPresent()) {
      throw Problem.badRequest(
          "'" + name + "' must not be longer than " + LONGEST + " characters.");
    }
    return text;
  }
}
