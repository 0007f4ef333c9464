package io.kouxin.bot.console;

import io.kouxin.bot.access.Sight;
import io.kouxin.bot.customer.Contact;
import io.kouxin.bot.customer.Customer;
import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.customer.KnownCustomers;
import io.kouxin.bot.customer.NewCustomer;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUps;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Customers: found by what people call them, addressed by an id that never changes. */
@RestController
@RequestMapping("/api/v1/customers")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Customers")
class CustomerController {
  private final Customers customers;
  private final KnownCustomers known;
  private final FollowUps followUps;

  CustomerController(Customers customers, KnownCustomers known, FollowUps followUps) {
    this.customers = customers;
    this.known = known;
    this.followUps = followUps;
  }

  /** A customer; of a new one only the name is needed. */
  record CustomerJson(
      @Nullable String id,
      @Nullable String code,
      @Nullable String name,
      @Nullable List<String> aliases,
      @Nullable List<Contact> contacts,
      @Nullable String owner) {

    static CustomerJson of(Customer customer) {
      return new CustomerJson(
          customer.id(),
          customer.code().orElse(null),
          customer.name(),
          customer.aliases(),
          customer.contacts(),
          customer.owner().orElse(null));
    }

    NewCustomer fresh() {
      return new NewCustomer(
          Optional.ofNullable(code),
          Optional.ofNullable(name).orElse(""),
          Optional.ofNullable(aliases).orElse(List.of()),
          Optional.ofNullable(contacts).orElse(List.of()),
          Optional.ofNullable(owner));
    }
  }

  /** Something that happened with a customer. */
  record Moment(
      Instant at, String followUp, String rep, String status, List<String> tags, String text) {
    static Moment of(FollowUp followUp) {
      return new Moment(
          followUp.createdAt(),
          followUp.id(),
          followUp.rep(),
          followUp.status().name().toLowerCase(Locale.ROOT),
          followUp.asserted().stream().map(tag -> tag.entry()).toList(),
          followUp.text());
    }
  }

  @GetMapping
  @Operation(summary = "Customers by name, alias, code or pinyin; without q all, oldest first")
  Page<CustomerJson> list(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Window window = Window.of(limit, after);
    if (q != null && !q.isBlank()) {
      return Page.whole(known.search(q, window.limit()).stream().map(CustomerJson::of).toList());
    }
    String last = window.after().map(Cursor::id).orElse("");
    List<CustomerJson> rest =
        customers.all().stream()
            .dropWhile(customer -> !last.isEmpty() && !customer.id().equals(last))
            .skip(last.isEmpty() ? 0 : 1)
            .limit(window.oneMore())
            .map(CustomerJson::of)
            .toList();
    return Page.of(rest, window, json -> List.of(String.valueOf(json.id())));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One customer")
  CustomerJson one(@PathVariable String id) {
    return CustomerJson.of(find(id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Add a customer; one with the same code, or name where there is none, stays")
  CustomerJson add(@RequestBody CustomerJson json) {
    try {
      return CustomerJson.of(customers.add(json.fresh()));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(String.valueOf(e.getMessage()));
    }
  }

  @GetMapping("/{id}/timeline")
  @Operation(
      summary = "What happened with a customer, newest first",
      description = "Of the people whom the caller may see.")
  Page<Moment> timeline(
      Sight sight,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Window window = Window.of(limit, after);
    List<FollowUp> found =
        followUps.list(
            FollowUps.Filter.any().about(find(id).id()).among(sight.people()),
            window.after().map(Cursor::id),
            window.oneMore());
    return Page.of(
        found.stream().map(Moment::of).toList(), window, moment -> List.of(moment.followUp()));
  }

  private Customer find(String id) {
    return customers
        .find(id)
        .orElseThrow(() -> Problem.notFound("There is no customer with this id."));
  }
}
