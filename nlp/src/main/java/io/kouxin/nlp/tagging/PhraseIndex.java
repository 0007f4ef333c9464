package io.kouxin.nlp.tagging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * The phrases of a library in a Lucene index in memory, one document each, so that a memo is only
 * compared with those that share weighty words or sounds with it. The index of an edited library is
 * that of the library before, in which what is gone is passed over, and a small one of what is new.
 */
final class PhraseIndex implements AutoCloseable {
  /** Phrases that are compared closely. */
  private static final int CANDIDATES = 512;

  /** Terms that are asked for together; longer memos ask several times. */
  private static final int TERMS = 600;

  /** One phrase in so many may be new before all are indexed again. */
  private static final int FEW = 10;

  private static final FieldType TYPE = type();

  private final DirectoryReader whole;
  private final IndexReader reader;
  private final Weights weights;

  /** By the number of a document, the number of its phrase; below 0 if it is gone. */
  private final int[] phrases;

  private PhraseIndex(DirectoryReader whole, IndexReader reader, int[] phrases, Weights weights) {
    this.whole = whole;
    this.reader = reader;
    this.phrases = phrases;
    this.weights = weights;
  }

  static PhraseIndex of(Phrases library) {
    int[] all = IntStream.range(0, library.phrases().size()).toArray();
    DirectoryReader reader = index(library.phrases());
    return new PhraseIndex(reader, reader, all, library.weights());
  }

  /** The index of the next edition of this library. */
  PhraseIndex next(Edition edition) {
    int[] documents = new int[whole.maxDoc()];
    Arrays.fill(documents, -1);
    boolean[] there = new boolean[edition.kept().length];
    int[] now = edition.now();
    for (int d = 0; d < documents.length; d++) {
      documents[d] = phrases[d] < 0 ? -1 : now[phrases[d]];
      if (documents[d] >= 0) {
        there[documents[d]] = true;
      }
    }
    int[] fresh = IntStream.range(0, there.length).filter(p -> !there[p]).toArray();
    if (fresh.length * FEW > there.length) {
      return of(edition.library());
    }
    List<Phrase> all = edition.library().phrases();
    DirectoryReader more = index(Arrays.stream(fresh).mapToObj(all::get).toList());
    int[] both = IntStream.concat(Arrays.stream(documents), Arrays.stream(fresh)).toArray();
    return new PhraseIndex(whole, both(whole, more), both, edition.library().weights());
  }

  /** Keeps the one open that other editions read as well, and has the other one to itself. */
  private static IndexReader both(DirectoryReader whole, DirectoryReader more) {
    try (more) {
      return new MultiReader(new IndexReader[] {whole, more}, false);
    } catch (IOException e) {
      throw new UncheckedIOException("the library in memory cannot be read", e);
    }
  }

  private static FieldType type() {
    var type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setOmitNorms(true);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  private static DirectoryReader index(List<Phrase> phrases) {
    var config =
        new IndexWriterConfig(new WhitespaceAnalyzer())
            .setMergePolicy(NoMergePolicy.INSTANCE)
            .setRAMBufferSizeMB(256);
    var directory = new ByteBuffersDirectory();
    try {
      try (var writer = new IndexWriter(directory, config)) {
        for (Phrase phrase : phrases) {
          var document = new Document();
          document.add(new Field(Shared.FIELD, String.join(" ", phrase.terms()), TYPE));
          writer.addDocument(document);
        }
      }
      return DirectoryReader.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("the library cannot be indexed in memory", e);
    }
  }

  /** The numbers of the phrases that may be in a memo. */
  Set<Integer> candidates(Memo memo) {
    var out = new LinkedHashSet<Integer>();
    List<String> terms = List.copyOf(memo.terms());
    for (int from = 0; from < terms.size(); from += TERMS) {
      search(terms.subList(from, Math.min(terms.size(), from + TERMS)), out);
    }
    return out;
  }

  private void search(Collection<String> terms, Set<Integer> out) {
    try {
      var shared = new Shared(reader);
      List<Shared.Term> weightiest =
          terms.stream()
              .map(this::term)
              .sorted(Comparator.comparingDouble(Shared.Term::weight).reversed())
              .toList();
      for (Shared.Term term : weightiest) {
        shared.add(term);
      }
      for (int document : shared.most(CANDIDATES)) {
        if (phrases[document] >= 0) {
          out.add(phrases[document]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the library in memory cannot be read", e);
    }
  }

  private Shared.Term term(String text) {
    boolean single = text.indexOf('_') < 0;
    return new Shared.Term(text, (float) ((single ? Weights.SINGLE : 1) * weights.of(text)));
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the library in memory cannot be closed", e);
    }
  }
}
