package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.SalesTalk.Loan;
import io.kouxin.nlp.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the entries of a library borrow of {@link SalesTalk}.
 *
 * @param entries by the index of an entry, what it borrows
 * @param topics by the number of a topic, its wordings in plain text
 */
record Loans(Map<Integer, List<Loan>> entries, Map<Integer, List<String>> topics) {

  static Loans of(List<Phrase> phrases, List<PhraseMeaning> meanings) {
    var own = new LinkedHashMap<Integer, List<PhraseMeaning>>();
    for (int p = 0; p < phrases.size(); p++) {
      own.computeIfAbsent(phrases.get(p).entry(), e -> new ArrayList<>()).add(meanings.get(p));
    }
    SalesTalk talk = SalesTalk.chinese();
    var entries = new LinkedHashMap<Integer, List<Loan>>();
    own.forEach((entry, said) -> entries.put(entry, talk.loans(said)));
    var topics = new LinkedHashMap<Integer, List<String>>();
    for (List<Loan> loans : entries.values()) {
      for (Loan loan : loans) {
        topics.computeIfAbsent(loan.topic(), t -> plain(talk.topics().get(t).wordings()));
      }
    }
    return new Loans(entries, topics);
  }

  private static List<String> plain(List<String> wordings) {
    return wordings.stream().map(w -> PlainText.of(w).text()).distinct().toList();
  }

  /** All that is borrowed. */
  Stream<String> wordings() {
    return topics.values().stream().flatMap(List::stream);
  }
}
