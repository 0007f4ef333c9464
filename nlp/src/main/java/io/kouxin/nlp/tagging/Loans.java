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
 * @param byPhrases by the phrases of an entry, the same: another edition need not look for it again
 * @param wordings of all topics that are borrowed; the entry of their phrases is the number of the
 *     topic
 */
record Loans(
    Map<Integer, List<Loan>> entries,
    Map<List<String>, List<Loan>> byPhrases,
    List<Wording> wordings) {

  /** Nobody borrows anything. */
  static final Loans NONE = new Loans(Map.of(), Map.of(), List.of());

  /**
   * Each entry borrows by its own phrases.
   *
   * @param before what was borrowed on the same ground; {@link #NONE} on another
   */
  static Loans of(Sayings own, Loans before) {
    Map<Integer, List<Saying>> sayings =
        own.all().stream()
            .collect(
                Collectors.groupingBy(
                    s -> s.phrase().entry(), LinkedHashMap::new, Collectors.toList()));
    var entries = new HashMap<Integer, List<Loan>>();
    var byPhrases = new HashMap<List<String>, List<Loan>>();
    Map<Integer, Set<String>> borrowers = new TreeMap<>();
    sayings.forEach(
        (entry, each) -> {
          List<String> phrases = each.stream().map(s -> s.phrase().plain()).toList();
          List<Loan> known = before.byPhrases.get(phrases);
          List<Loan> loans = known == null ? loans(each) : known;
          byPhrases.put(phrases, loans);
          entries.put(entry, loans);
          String id = each.getFirst().wording().owner();
          loans.forEach(l -> borrowers.computeIfAbsent(l.topic(), t -> new TreeSet<>()).add(id));
        });
    List<Wording> wordings =
        borrowers.entrySet().stream()
            .flatMap(b -> wordings(b.getKey(), b.getValue()).stream())
            .toList();
    return new Loans(Map.copyOf(entries), Map.copyOf(byPhrases), wordings);
  }

  private static List<Loan> loans(List<Saying> said) {
    return SalesTalk.chinese().loans(said.stream().map(Saying::meaning).toList());
  }

  /** What an entry borrows; nothing if it is not known. */
  List<Loan> by(int entry) {
    return entries.getOrDefault(entry, List.of());
  }

  private static List<Wording> wordings(int number, Set<String> borrowers) {
    Topic topic = SalesTalk.chinese().topics().get(number);
    return topic.wordings().stream()
        .map(w -> PlainText.of(w).text())
        .distinct()
        .map(w -> new Wording(topic.id(), borrowers, new Phrase(number, w, List.of(), 0, false)))
        .toList();
  }
}
