package io.kouxin.bot.wiring;

import io.kouxin.bot.customer.Contact;
import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.customer.NewCustomer;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.integrations.sandbox.SandboxChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** People and customers to try the sandbox with. What is there already stays as it is. */
final class DemoData {
  private static final YAMLMapper YAML = new YAMLMapper();

  private DemoData() {}

  record PeopleFile(List<DemoPerson> people) {}

  record DemoPerson(
      String id, String name, String role, String language, String team, @Nullable String leader) {}

  record CustomersFile(List<DemoCustomer> customers) {}

  record DemoCustomer(
      @Nullable String code,
      String name,
      @Nullable List<String> aliases,
      @Nullable List<DemoContact> contacts,
      @Nullable String owner) {}

  record DemoContact(String name, @Nullable String role) {}

  static void into(People people, Customers customers) {
    for (DemoPerson demo : read("people.yaml", PeopleFile.class).people()) {
      if (people.find(demo.id()).isEmpty()) {
        people.save(person(demo), List.of(new Account(SandboxChannel.NAME, demo.id())));
      }
    }
    customers.addMissing(
        read("customers.yaml", CustomersFile.class).customers().stream()
            .map(DemoData::customer)
            .toList());
  }

  private static Person person(DemoPerson demo) {
    return new Person(
        demo.id(),
        demo.name(),
        Person.Role.valueOf(demo.role().toUpperCase(Locale.ROOT)),
        Locale.forLanguageTag(demo.language()),
        demo.team(),
        Optional.ofNullable(demo.leader()));
  }

  private static NewCustomer customer(DemoCustomer demo) {
    List<Contact> contacts =
        orNone(demo.contacts()).stream()
            .map(c -> new Contact(c.name(), Objects.requireNonNullElse(c.role(), "")))
            .toList();
    return new NewCustomer(
        Optional.ofNullable(demo.code()),
        demo.name(),
        orNone(demo.aliases()),
        contacts,
        Optional.ofNullable(demo.owner()));
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static <T> T read(String name, Class<T> type) {
    try (InputStream in = DemoData.class.getResourceAsStream("/templates/demo/" + name)) {
      return YAML.readValue(Objects.requireNonNull(in, name), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
