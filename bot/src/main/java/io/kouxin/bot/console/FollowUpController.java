package io.kouxin.bot.console;

import io.kouxin.bot.access.Caller;
import io.kouxin.bot.access.Sight;
import io.kouxin.bot.customer.Customer;
import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.FollowUps;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record over HTTP. */
@RestController
@RequestMapping("/api/v1/follow-ups")
@io.swagger.v3.oas.annotations.tags.Tag(
    name = "Follow-ups",
    description = "What was said, promised and found out.")
class FollowUpController {
  private final FollowUps followUps;
  private final CallerNames names;
  private final Customers customers;
  private final FollowUpChanges changes;
  private final Clock clock;

  FollowUpController(
      FollowUps followUps,
      CallerNames names,
      Customers customers,
      FollowUpChanges changes,
      Clock clock) {
    this.followUps = followUps;
    this.names = names;
    this.customers = customers;
    this.changes = changes;
    this.clock = clock;
  }

  /** What a list can be narrowed to; every field may be missing. */
  record Query(
      @Nullable String rep,
      @Nullable String team,
      @Nullable String customer,
      @Nullable String tag,
      @Nullable String status,
      @Nullable String since,
      @Nullable String until,
      @Nullable String q) {

    FollowUps.Filter filter() {
      return new FollowUps.Filter(
          given(rep),
          given(team),
          given(customer),
          given(tag),
          given(status).map(Query::status),
          given(since).map(text -> instant("since", text)),
          given(until).map(text -> instant("until", text)),
          given(q));
    }

    private static Optional<String> given(@Nullable String value) {
      return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Status status(String text) {
      try {
        return Status.valueOf(text.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw Problem.badRequest("'status' must be draft, confirmed, completed or dropped.");
      }
    }

    private static Instant instant(String name, String text) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (java.time.format.DateTimeParseException e) {
        throw Problem.badRequest(
            "'" + name + "' must be a time such as 2026-03-04T10:30:00+08:00.");
      }
    }
  }

  @GetMapping
  @Operation(
      summary = "Follow-ups, newest first",
      description = "Without a status all but dropped ones. q looks into the words.")
  Page<FollowUpJson> list(
      Sight sight,
      Query query,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Window window = Window.of(limit, after);
    List<FollowUp> found =
        followUps.list(
            query.filter().among(sight.people()), window.after().map(Cursor::id), window.oneMore());
    return Page.of(found.stream().map(this::json).toList(), window, json -> List.of(json.id()));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One follow-up")
  FollowUpJson one(@PathVariable String id, Sight sight) {
    return json(find(id, sight));
  }

  @GetMapping("/{id}/revisions")
  @Operation(summary = "Its earlier states, newest first, with who changed it and why")
  Page<Revision> revisions(@PathVariable String id, Sight sight) {
    find(id, sight);
    return Page.whole(
        followUps.history(id).stream()
            .map(v -> new Revision(json(v.state()), names.of(v.by()), v.reason()))
            .toList());
  }

  @PatchMapping("/{id}")
  @Operation(
      summary = "Change a follow-up",
      description = "Needs a reason. A confirmed one becomes a new revision.")
  FollowUpJson patch(
      @PathVariable String id, @RequestBody FollowUpPatch patch, Caller caller, Sight sight) {
    FollowUp before = find(id, sight);
    return json(changes.apply(before, patch, caller.id(), clock.instant()));
  }

  /** Whatever the caller may not see is not there. */
  private FollowUp find(String id, Sight sight) {
    return followUps
        .find(id)
        .filter(found -> sight.includes(found.rep()))
        .orElseThrow(() -> Problem.notFound("There is no follow-up with this id."));
  }

  private FollowUpJson json(FollowUp followUp) {
    Optional<Customer> customer = followUp.customer().map(CustomerRef::id).flatMap(customers::find);
    return FollowUpJson.of(followUp, names.of(followUp.rep()), customer, clock.getZone());
  }

  /** An earlier state, who changed it into the next one, and why. */
  record Revision(FollowUpJson state, String changedBy, String reason) {}
}
