package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Found;
import io.kouxin.nlp.tagging.EntryMatch.Hit;
import io.kouxin.nlp.tagging.SalesTalk.Loan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The wordings that the entries of a library borrow, ready to be held against memos.
 *
 * @param loans who borrows what
 * @param topics by the number of a topic, its wordings
 */
record BorrowedTalk(Map<Integer, List<Loan>> loans, Map<Integer, List<Wording>> topics) {
  /** Wordings of a topic that make its score. */
  private static final int BEST = 2;

  /** One wording, of no entry in particular. */
  record Wording(Phrase phrase, PhraseMeaning meaning, Usual usual) {}

  /**
   * Makes them ready.
   *
   * @param meaning of a plain text
   * @param memos what the background memos mean, in their order
   */
  static BorrowedTalk of(
      Loans loans,
      Function<String, PhraseMeaning> meaning,
      List<MemoMeaning> memos,
      List<BackgroundMemo> background) {
    var topicOf = new ArrayList<Integer>();
    var plain = new ArrayList<String>();
    loans
        .topics()
        .forEach(
            (topic, wordings) ->
                wordings.forEach(
                    w -> {
                      topicOf.add(topic);
                      plain.add(w);
                    }));
    List<PhraseMeaning> meanings = plain.stream().map(meaning).toList();
    Map<Integer, Set<Integer>> borrowers = borrowers(loans);
    List<Usual> usual =
        Usual.of(
            meanings,
            memos,
            (w, m) -> {
              Set<Integer> about = background.get(m).about();
              return borrowers.getOrDefault(topicOf.get(w), Set.of()).stream()
                  .noneMatch(about::contains);
            });
    var topics = new HashMap<Integer, List<Wording>>();
    for (int w = 0; w < plain.size(); w++) {
      var phrase = new Phrase(-1, plain.get(w), List.of(), 0, false);
      topics
          .computeIfAbsent(topicOf.get(w), t -> new ArrayList<>())
          .add(new Wording(phrase, meanings.get(w), usual.get(w)));
    }
    return new BorrowedTalk(loans.entries(), Map.copyOf(topics));
  }

  private static Map<Integer, Set<Integer>> borrowers(Loans loans) {
    var out = new HashMap<Integer, Set<Integer>>();
    loans
        .entries()
        .forEach(
            (entry, borrowed) ->
                borrowed.forEach(
                    loan -> out.computeIfAbsent(loan.topic(), t -> new HashSet<>()).add(entry)));
    return out;
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

  private static Found heard(List<Wording> wordings, MemoMeaning memo, Predicate<Phrase> known) {
    List<Hit> best =
        wordings.stream()
            .filter(w -> known.test(w.phrase()))
            .map(w -> hit(w, memo))
            .sorted(Comparator.comparingDouble(Hit::score).reversed())
            .limit(BEST)
            .toList();
    return new Found(best.stream().mapToDouble(Hit::score).average().orElse(0), best);
  }

  private static Hit hit(Wording wording, MemoMeaning memo) {
    Likeness likeness = memo.to(wording.meaning());
    double above = wording.usual().above(likeness.score());
    return new Hit(wording.phrase(), likeness.start(), likeness.end(), above);
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
