package io.kouxin.bot.customer;

import io.kouxin.bot.customer.CustomerIndex.Prepared;
import io.kouxin.nlp.text.Pinyin;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Finds the customers that words mean. Its index lives in memory and is built again when the
 * store's version has moved; only customers that changed are read anew. Every call asks the store
 * for its version, so call it outside of transactions. Safe for many threads.
 */
public final class KnownCustomers {
  /** Longer texts are looked at only so far; a memo has a few hundred characters. */
  private static final int FAR_ENOUGH = 5_000;

  private final Customers customers;
  private final Sounds sounds;
  private final AtomicReference<Snapshot> snapshot =
      new AtomicReference<>(Snapshot.empty(Pinyin::syllables));

  /** Those of this store. */
  public KnownCustomers(Customers customers) {
    this(customers, Pinyin::syllables);
  }

  KnownCustomers(Customers customers, Sounds sounds) {
    this.customers = customers;
    this.sounds = sounds;
  }

  /**
   * The customers that a memo may mean, best first, each once, at most 8; empty when it names none.
   * Where one place may mean several, all of them are there and none is certain.
   *
   * @param language kept for languages whose names are read in another way; Chinese and English
   *     names are found in texts of both
   */
  public List<CustomerMatch> mentions(String text, Locale language) {
    return Ranking.of(current().index().candidates(head(text)));
  }

  /**
   * Every place where a customer is called plainly, in order, none overlapping another; the same
   * customer as often as he is called.
   */
  public List<NamedPlace> places(String text) {
    return Ranking.places(current().index().candidates(head(text)));
  }

  /**
   * What looks like the name of a customer that nobody has added yet (…医院, "Riverside Hospital"),
   * to be offered; the first one in the text. Empty when all that looks like one is known, or is
   * too common to be a name (这家医院).
   */
  public Optional<String> unknownName(String text, Locale language) {
    return UnknownNames.first(head(text), mentions(text, language));
  }

  /**
   * Customers for a search box: by code, name, alias, pinyin or its initials; best first.
   *
   * @param query as typed; a blank one finds nothing
   * @param limit the most to return
   */
  public List<Customer> search(String query, int limit) {
    return current().search().find(query, limit);
  }

  private Snapshot current() {
    long version = customers.version();
    if (snapshot.get().version() != version) {
      rebuild(version);
    }
    return snapshot.get();
  }

  /** One thread builds; the others wait for it rather than build the same. */
  private synchronized void rebuild(long version) {
    Snapshot before = snapshot.get();
    if (before.version() >= version) {
      return;
    }
    Map<String, Prepared> prepared = new HashMap<>();
    List<Prepared> all = customers.all().stream().map(c -> before.prepared(c, sounds)).toList();
    all.forEach(p -> prepared.put(p.customer().id(), p));
    snapshot.set(
        new Snapshot(
            version, prepared, new CustomerIndex(all, sounds), new CustomerSearch(all, sounds)));
  }

  private static String head(String text) {
    return text.length() <= FAR_ENOUGH ? text : text.substring(0, FAR_ENOUGH);
  }

  private record Snapshot(
      long version, Map<String, Prepared> byId, CustomerIndex index, CustomerSearch search) {

    static Snapshot empty(Sounds sounds) {
      return new Snapshot(
          -1,
          Map.of(),
          new CustomerIndex(List.of(), sounds),
          new CustomerSearch(List.of(), sounds));
    }

    Prepared prepared(Customer customer, Sounds sounds) {
      Prepared known = byId.get(customer.id());
      return known != null && known.customer().equals(customer)
          ? known
          : Prepared.of(customer, sounds);
    }
  }
}
