package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Found;
import io.kouxin.nlp.tagging.EntryMatch.Hit;
import io.kouxin.nlp.tagging.Tagging.Evidence;
import io.kouxin.nlp.tagging.Tagging.Status;
import io.kouxin.nlp.tagging.Tagging.Tag;
import io.kouxin.nlp.tagging.Why.Against;
import io.kouxin.nlp.tagging.Why.How;
import io.kouxin.nlp.tagging.Why.Outcome;
import io.kouxin.nlp.tagging.Why.Reason;
import io.kouxin.nlp.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Says why a memo is tagged as it is, by the same steps that tag it. */
record Explanation(Selection selection, Memo memo, String raw) {

  /**
   * Why an entry is tagged, or is not.
   *
   * @param entry its index
   * @param matches all that was found in the memo
   */
  Why of(int entry, Collection<EntryMatch> matches) {
    String id = selection.library().entries().get(entry).id();
    Tagging tagging = selection.of(matches, memo, raw);
    return matches.stream()
        .filter(match -> match.entry() == entry)
        .findFirst()
        .map(match -> of(id, match, tagging))
        .orElseGet(() -> nothing(id));
  }

  private static Why nothing(String id) {
    return new Why(
        id, Outcome.LEFT_OUT, 0, Judgement.CERTAIN, List.of(), List.of(Against.TOO_LITTLE));
  }

  private Why of(String id, EntryMatch match, Tagging tagging) {
    Outcome outcome = outcome(id, tagging);
    Selection.Found found = selection.found(match, memo);
    var reasons = new ArrayList<Reason>();
    reasons(match.named() ? How.NAME : How.WORDS, match.words(), reasons);
    reasons(How.MEANING, match.meaning(), reasons);
    reasons(How.BORROWED, match.talk(), reasons);
    return new Why(id, outcome, found.score(), Judgement.CERTAIN, reasons, against(found, outcome));
  }

  private static Outcome outcome(String id, Tagging tagging) {
    for (Tag tag : tagging.tags()) {
      if (tag.entry().equals(id)) {
        return tag.status() == Status.NEGATED ? Outcome.DENIED : Outcome.TAGGED;
      }
    }
    boolean offered = tagging.suggestions().stream().anyMatch(tag -> tag.entry().equals(id));
    return offered ? Outcome.OFFERED : Outcome.LEFT_OUT;
  }

  private void reasons(How how, Found found, List<Reason> out) {
    for (Hit hit : found.hits()) {
      if (hit.score() > 0) {
        Span span = memo.units().plain().raw(hit.start(), hit.end());
        var evidence = new Evidence(span.start(), span.end(), span.of(raw));
        out.add(new Reason(how, hit.phrase().plain(), evidence, hit.score()));
      }
    }
  }

  private List<Against> against(Selection.Found found, Outcome outcome) {
    var out = new ArrayList<Against>();
    EntryMatch match = found.match();
    String plain = memo.units().plain().text();
    Hit first = match.first();
    Status status = found.verdict().status(match.status(plain));
    if (status != Status.ASSERTED) {
      out.add(status == Status.NEGATED ? Against.DENIED : Against.UNCERTAIN);
    }
    if (found.verdict().doubtful()) {
      out.add(Against.DOUBTFUL);
    }
    if (selection.contrasts().denied(match.entry(), plain, first.start(), first.end())) {
      out.add(Against.NEGATIVE_PHRASE);
    }
    if (found.countered()) {
      out.add(Against.COUNTER_EXAMPLE);
    }
    if (outcome != Outcome.TAGGED && found.score() >= Judgement.CERTAIN && out.isEmpty()) {
      out.add(Against.KIN);
    }
    if (outcome != Outcome.TAGGED && found.score() < Judgement.CERTAIN) {
      out.add(Against.TOO_LITTLE);
    }
    return out;
  }
}
