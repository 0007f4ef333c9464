package io.kouxin.nlp.tagging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongHeap;

/**
 * What documents share with a memo: the weights of their common terms, added up. Bounded, unlike a
 * disjunction of two hundred terms: what is so common that it stands in every tenth phrase of a
 * large library tells none apart, and is not read.
 */
final class Shared {
  static final String FIELD = "terms";

  /** Documents that one memo reads, each once for each of its terms. */
  private static final int ENOUGH = 25_000;

  private final List<Segment> segments = new ArrayList<>();
  private final float[] sums;
  private int[] touched = new int[1024];
  private int count;
  private int read;

  /**
   * A term of a memo.
   *
   * @param weight over 0
   */
  record Term(String text, float weight) {}

  private record Segment(int base, TermsEnum terms) {}

  Shared(IndexReader reader) throws IOException {
    sums = new float[reader.maxDoc()];
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(FIELD);
      if (terms != null) {
        segments.add(new Segment(leaf.docBase, terms.iterator()));
      }
    }
  }

  /** Adds a term; the weightier ones come first, since the last ones may be too many. */
  void add(Term term) throws IOException {
    if (read >= ENOUGH) {
      return;
    }
    var bytes = new BytesRef(term.text());
    for (Segment segment : segments) {
      if (segment.terms().seekExact(bytes)) {
        add(segment, term.weight());
      }
    }
  }

  private void add(Segment segment, float weight) throws IOException {
    PostingsEnum documents = segment.terms().postings(null, PostingsEnum.NONE);
    for (int d = documents.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = documents.nextDoc()) {
      int document = segment.base() + d;
      if (sums[document] == 0) {
        touched = ArrayUtil.grow(touched, count + 1);
        touched[count++] = document;
      }
      sums[document] += weight;
      read++;
    }
  }

  /** The documents that share most, the best first; the earlier one of two that share as much. */
  int[] most(int atMost) {
    if (count == 0) {
      return new int[0];
    }
    var best = new LongHeap(Math.min(atMost, count));
    for (int i = 0; i < count; i++) {
      long weight = Float.floatToRawIntBits(sums[touched[i]]);
      best.insertWithOverflow(weight << 32 | (Integer.MAX_VALUE - touched[i]));
    }
    int[] out = new int[best.size()];
    for (int i = out.length - 1; i >= 0; i--) {
      out[i] = Integer.MAX_VALUE - (int) best.pop();
    }
    return out;
  }
}
