package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Found;
import io.kouxin.nlp.tagging.Nearest.Near;
import io.kouxin.nlp.tagging.SalesTalk.Loan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The wordings that the entries of a library borrow, ready to be held against memos.
 *
 * @param loans what each entry borrows
 * @param sayings all that is borrowed
 * @param nearest the same by the number of the topic
 */
record BorrowedTalk(Loans loans, Sayings sayings, Nearest nearest) {
  static BorrowedTalk of(Loans loans, Ground ground) {
    return of(loans, Sayings.of(loans.wordings(), ground));
  }

  /** What another edition borrows, on the same ground. */
  BorrowedTalk edited(Loans now, Ground ground) {
    return of(now, sayings.edited(now.wordings(), ground));
  }

  private static BorrowedTalk of(Loans loans, Sayings sayings) {
    return new BorrowedTalk(loans, sayings, Nearest.of(sayings));
  }

  /** About what an entry gets, by what is near of the topics. */
  double score(int entry, Map<Integer, Near> topics) {
    double score = 0;
    for (Loan loan : loans.by(entry)) {
      Near near = topics.get(loan.topic());
      score += near == null ? 0 : loan.share() * near.score();
    }
    return score;
  }

  /** The topics from which these entries borrow. */
  Set<Integer> topics(Set<Integer> entries) {
    return entries.stream()
        .flatMap(entry -> loans.by(entry).stream())
        .map(Loan::topic)
        .collect(Collectors.toSet());
  }

  /**
   * What entries get from a memo by what they borrow.
   *
   * @param hits of all that is near
   * @param topics what is near of the topics
   */
  Map<Integer, Found> in(Hits hits, Map<Integer, Near> topics, Set<Integer> entries) {
    var heard = new HashMap<Integer, Found>();
    var out = new HashMap<Integer, Found>();
    for (int entry : entries) {
      List<Loan> borrowed = loans.by(entry);
      if (!borrowed.isEmpty()) {
        borrowed.forEach(l -> heard.computeIfAbsent(l.topic(), t -> heard(topics.get(t), hits)));
        out.put(entry, together(borrowed, heard));
      }
    }
    return out;
  }

  private static Found heard(@Nullable Near near, Hits hits) {
    return near == null ? Found.NOTHING : near.in(hits);
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
