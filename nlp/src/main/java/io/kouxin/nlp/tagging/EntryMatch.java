package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.Tagging.Evidence;
import io.kouxin.nlp.tagging.Tagging.Status;
import io.kouxin.nlp.tagging.Tagging.Tag;
import io.kouxin.nlp.text.PlainText;
import io.kouxin.nlp.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry in a memo.
 *
 * @param entry index of the entry
 * @param score the mean of its best two phrases; one phrase alone counts half
 * @param hits those phrases, the better first
 */
record EntryMatch(int entry, double score, List<Hit> hits) {

  /** A phrase that was found. */
  record Hit(Phrase phrase, Coverage coverage, double score) {}

  Tag tag(LibraryEntry found, double probability, Memo memo, String raw) {
    Hit best = hits.getFirst();
    int start = memo.units().get(best.coverage().first()).start();
    int end = memo.units().get(best.coverage().last()).end();
    Status status = Denial.status(memo.units().plain().text(), start, end, best.phrase().plain());
    return new Tag(
        found.id(), found.kind(), found.label(), probability, status, evidence(memo, raw));
  }

  /** Where it was said: the better phrase, and the other one where it stands elsewhere. */
  private List<Evidence> evidence(Memo memo, String raw) {
    var out = new ArrayList<Evidence>();
    var spans = new ArrayList<Span>();
    PlainText plain = memo.units().plain();
    for (Hit hit : hits) {
      Coverage at = hit.coverage();
      Span span =
          plain.raw(memo.units().get(at.first()).start(), memo.units().get(at.last()).end());
      boolean strong = out.isEmpty() || hit.score() > hits.getFirst().score() / 2;
      if (strong && spans.stream().noneMatch(span::overlaps)) {
        spans.add(span);
        out.add(new Evidence(span.start(), span.end(), span.of(raw)));
      }
    }
    return out;
  }
}
