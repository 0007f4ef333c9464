package io.kouxin.bot.wiring;

import io.kouxin.bot.customer.CalledNames;
import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.pack.Library;
import io.kouxin.bot.pack.Packs;
import io.kouxin.nlp.tagging.LibraryEntry;
import io.kouxin.nlp.text.NameRepair;
import java.util.List;
import java.util.stream.Stream;

/** The names that speech may contain: of customers, their people, and the library. */
final class LiveNames {
  private final Customers customers;
  private final Packs packs;
  private volatile Known known = new Known(-1, -1, NameRepair.NONE);

  private record Known(long customers, long library, NameRepair names) {}

  LiveNames(Customers customers, Packs packs) {
    this.customers = customers;
    this.packs = packs;
  }

  /** As they are now; read anew where customers or library have changed. Asks the store. */
  NameRepair now() {
    long version = customers.version();
    Library library = packs.library();
    Known before = known;
    if (before.customers() == version && before.library() == library.version()) {
      return before.names();
    }
    var fresh = new Known(version, library.version(), NameRepair.of(names(library)));
    known = fresh;
    return fresh.names();
  }

  private List<String> names(Library library) {
    Stream<String> theirs = customers.all().stream().flatMap(CalledNames::of);
    Stream<String> ours = library.entries().stream().flatMap(LiveNames::names);
    return Stream.concat(theirs, ours).toList();
  }

  private static Stream<String> names(LibraryEntry entry) {
    return Stream.concat(Stream.of(entry.label()), entry.aliases().stream());
  }
}
