package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.SalesTalk.Loan;
import io.kouxin.nlp.tagging.SalesTalk.Topic;
import io.kouxin.nlp.text.PlainText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the entries of a library borrow of {@link SalesTalk}.
 *
 * @param entries by the index of an entry, what it borrows
 * @param wordings of all topics that are borrowed; the entry of their phrases is the number of the
 *     topic
 */
record Loans(Map<Integer, List<Loan>> entries, List<Wording> wordings) {

  /** Nobody borrows anything. */
  static final Loans NONE = new Loans(Map.of(), List.of());

  /** Each entry borrows by its own phrases. */
  static Loans of(Sayings own) {
    SalesTalk talk = SalesTalk.chinese();
    Map<Integer, List<Saying>> sayings =
        own.all().stream()
            .collect(
                Collectors.groupingBy(
                    s -> s.phrase().entry(), LinkedHashMap::new, Collectors.toList()));
    var entries = new HashMap<Integer, List<Loan>>();
    Map<Integer, Set<String>> borrowers = new TreeMap<>();
    sayings.forEach(
        (entry, said) -> {
          List<Loan> loans = talk.loans(said.stream().map(Saying::meaning).toList());
          entries.put(entry, loans);
          String id = said.getFirst().wording().owner();
          loans.forEach(l -> borrowers.computeIfAbsent(l.topic(), t -> new TreeSet<>()).add(id));
        });
    List<Wording> wordings =
        borrowers.entrySet().stream()
            .flatMap(
                b -> wordings(talk.topics().get(b.getKey()), b.getKey(), b.getValue()).stream())
            .toList();
    return new Loans(Map.copyOf(entries), wordings);
  }

  private static List<Wording> wordings(Topic topic, int number, Set<String> borrowers) {
    return topic.wordings().stream()
        .map(w -> PlainText.of(w).text())
        .distinct()
        .map(w -> new Wording(topic.id(), borrowers, new Phrase(number, w, List.of(), 0, false)))
        .toList();
  }
}
