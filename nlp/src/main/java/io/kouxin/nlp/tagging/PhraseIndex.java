package io.kouxin.nlp.tagging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The phrases of a library in a Lucene index in memory, one document each, so that a memo is only
 * compared with those that share weighty words or sounds with it.
 */
final class PhraseIndex implements AutoCloseable {
  /** Phrases that are compared closely. */
  private static final int CANDIDATES = 512;

  /** Terms of one query; longer memos ask several times. */
  private static final int TERMS = 600;

  private static final String FIELD = "terms";
  private static final FieldType TYPE = type();

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Weights weights;

  /** Asking Lucene for a term that no phrase has costs as much as for one that some have. */
  private final Set<String> known = new HashSet<>();

  PhraseIndex(List<Phrase> phrases, Weights weights) {
    this.weights = weights;
    try {
      write(phrases);
      reader = DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("the library cannot be indexed in memory", e);
    }
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BooleanSimilarity());
    searcher.setQueryCache(null);
  }

  private static FieldType type() {
    var type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setOmitNorms(true);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  private void write(List<Phrase> phrases) throws IOException {
    var config =
        new IndexWriterConfig(new WhitespaceAnalyzer())
            .setMergePolicy(NoMergePolicy.INSTANCE)
            .setRAMBufferSizeMB(256);
    try (var writer = new IndexWriter(directory, config)) {
      for (Phrase phrase : phrases) {
        known.addAll(phrase.terms());
        var document = new Document();
        document.add(new Field(FIELD, String.join(" ", phrase.terms()), TYPE));
        writer.addDocument(document);
      }
    }
  }

  /** The numbers of the phrases that may be in a memo. */
  Set<Integer> candidates(Memo memo) {
    var out = new LinkedHashSet<Integer>();
    List<String> terms = memo.terms().stream().filter(known::contains).toList();
    for (int from = 0; from < terms.size(); from += TERMS) {
      search(terms.subList(from, Math.min(terms.size(), from + TERMS)), out);
    }
    return out;
  }

  private void search(Collection<String> terms, Set<Integer> out) {
    var query = new BooleanQuery.Builder();
    for (String term : terms) {
      boolean single = term.indexOf('_') < 0;
      float boost = (float) ((single ? Weights.SINGLE : 1) * weights.of(term));
      query.add(
          new BoostQuery(new TermQuery(new Term(FIELD, term)), boost), BooleanClause.Occur.SHOULD);
    }
    try {
      var top =
          searcher.search(query.build(), new TopScoreDocCollectorManager(CANDIDATES, CANDIDATES));
      for (ScoreDoc hit : top.scoreDocs) {
        out.add(hit.doc);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the library in memory cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the library in memory cannot be closed", e);
    }
  }
}
