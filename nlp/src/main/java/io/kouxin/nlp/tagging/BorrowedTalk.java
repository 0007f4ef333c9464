package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Found;
import io.kouxin.nlp.tagging.EntryMatch.Hit;
import io.kouxin.nlp.tagging.SalesTalk.Loan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The wordings that the entries of a library borrow, ready to be held against memos.
 *
 * @param loans by the index of an entry, what it borrows
 * @param sayings all that is borrowed
 * @param topics the same by the number of the topic
 */
record BorrowedTalk(
    Map<Integer, List<Loan>> loans, Sayings sayings, Map<Integer, List<Saying>> topics) {
  /** Wordings of a topic that make its score. */
  private static final int BEST = 2;

  static BorrowedTalk of(Loans loans, Ground ground) {
    return of(loans, Sayings.of(loans.wordings(), ground));
  }

  /** What another edition borrows, on the same ground. */
  BorrowedTalk edited(Loans now, Ground ground) {
    return of(now, sayings.edited(now.wordings(), ground));
  }

  private static BorrowedTalk of(Loans loans, Sayings sayings) {
    return new BorrowedTalk(
        loans.entries(),
        sayings,
        sayings.all().stream().collect(Collectors.groupingBy(s -> s.phrase().entry())));
  }

  /**
   * What each entry gets from a memo by what it borrows.
   *
   * @param known the wordings that count
   */
  Map<Integer, Found> in(MemoMeaning memo, Predicate<Phrase> known) {
    var heard = new HashMap<Integer, Found>();
    topics.forEach((topic, wordings) -> heard.put(topic, heard(wordings, memo, known)));
    var out = new HashMap<Integer, Found>();
    loans.forEach((entry, borrowed) -> out.put(entry, together(borrowed, heard)));
    return out;
  }

  private static Found heard(List<Saying> wordings, MemoMeaning memo, Predicate<Phrase> known) {
    List<Hit> best =
        wordings.stream()
            .filter(w -> known.test(w.phrase()))
            .map(w -> w.in(memo))
            .sorted(Comparator.comparingDouble(Hit::score).reversed())
            .limit(BEST)
            .toList();
    return new Found(best.stream().mapToDouble(Hit::score).average().orElse(0), best);
  }

  private static Found together(List<Loan> borrowed, Map<Integer, Found> heard) {
    double score = 0;
    Found most = Found.NOTHING;
    double share = Double.NEGATIVE_INFINITY;
    for (Loan loan : borrowed) {
      Found found = heard.getOrDefault(loan.topic(), Found.NOTHING);
      double adds = loan.share() * found.score();
      score += adds;
      if (adds > share) {
        share = adds;
        most = found;
      }
    }
    return new Found(score, most.hits());
  }
}
