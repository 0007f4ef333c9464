package io.kouxin.bot.customer;

import io.kouxin.bot.customer.CustomerIndex.Prepared;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds customers by what somebody types into a search box, also while still typing. */
final class CustomerSearch {
  private final List<Entry> entries;

  CustomerSearch(List<Prepared> customers, Sounds sounds) {
    entries = customers.stream().map(c -> Entry.of(c.customer(), sounds)).toList();
  }

  List<Customer> find(String query, int limit) {
    String wanted = String.join("", Words.texts(query));
    if (wanted.isEmpty()) {
      return List.of();
    }
    return entries.stream()
        .map(entry -> new Found(entry.customer(), entry.rank(wanted)))
        .filter(found -> found.rank() < Entry.NOT_AT_ALL)
        .sorted(Comparator.comparingInt(Found::rank))
        .limit(limit)
        .map(Found::customer)
        .toList();
  }

  private record Found(Customer customer, int rank) {}

  private record Entry(
      Customer customer, List<String> written, List<String> pinyin, List<String> initials) {
    static final int NOT_AT_ALL = 9;

    static Entry of(Customer customer, Sounds sounds) {
      List<String> written = new ArrayList<>();
      List<String> pinyin = new ArrayList<>();
      List<String> initials = new ArrayList<>();
      Stream.concat(
              customer.code().stream(),
              Stream.concat(Stream.of(customer.name()), customer.aliases().stream()))
          .map(Words::texts)
          .forEach(
              words -> {
                String joined = String.join("", words);
                written.add(joined);
                List<String> syllables = sounds.of(joined);
                pinyin.add(String.join("", syllables));
                initials.add(
                    String.join("", syllables.stream().map(s -> s.substring(0, 1)).toList()));
              });
      return new Entry(customer, written, pinyin, initials);
    }

    /** The smaller the better. */
    int rank(String wanted) {
      int rank = rank(written, wanted, 0);
      if (rank == NOT_AT_ALL && wanted.length() > 1 && wanted.chars().allMatch(c -> c < 128)) {
        rank = Math.min(rank(pinyin, wanted, 3), rank(initials, wanted, 4));
      }
      return rank;
    }

    private static int rank(List<String> labels, String wanted, int from) {
      int best = NOT_AT_ALL;
      for (String label : labels) {
        if (label.equals(wanted)) {
          best = Math.min(best, from);
        } else if (label.startsWith(wanted)) {
          best = Math.min(best, from + 1);
        } else if (label.contains(wanted)) {
          best = Math.min(best, from + 2);
        }
      }
      return best;
    }
  }
}
