package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.TokenVectors;
import io.kouxin.nlp.tagging.Nearest.Near;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the phrases of a library in one language mean, and how like each of them a memo of this
 * tenant in that language usually is.
 *
 * @param encoder gives the vectors
 * @param own the phrases, in the order of the library
 * @param nearest the same, by entry
 * @param talk what the entries borrow
 */
record Meanings(Encoder encoder, Ground ground, Sayings own, Nearest nearest, BorrowedTalk talk) {
  /** Entries that are looked at closely, by what is meant and again by what is said. */
  private static final int ENTRIES = 16;

  /** Phrases that are read for their meaning; the rest of a larger library goes by words alone. */
  private static final int MOST = 20_000;

  /** An entry and what it gets at a glance. */
  private record Candidate(int entry, double score) {}

  private Meanings(Encoder encoder, Ground ground, Sayings own, BorrowedTalk talk) {
    this(encoder, ground, own, Nearest.of(own), talk);
  }

  /**
   * The meanings of a library.
   *
   * @param encoded what is already encoded, by its plain text
   * @param background it is calibrated on what is in this language
   * @param reader gives the words of a memo
   */
  static Meanings of(
      Encoder encoder,
      Map<String, TokenVectors> encoded,
      Phrases library,
      Background background,
      Function<Units, MemoWords> reader) {
    Tongue tongue = Tongue.of(encoder);
    Recall recall = Recall.of(encoder, encoded);
    List<Wording> wordings = wordings(library, tongue);
    List<BackgroundMemo> memos = background.in(tongue, library.in(tongue));
    List<MemoMeaning> meanings =
        memos.parallelStream().map(m -> meaning(encoder, reader.apply(m.units()))).toList();
    var ground = new Ground(recall, memos, meanings, weights(wordings, recall, meanings));
    Sayings own = Sayings.of(wordings, ground);
    return new Meanings(
        encoder, ground, own, BorrowedTalk.of(tongue.loans(own, Loans.NONE), ground));
  }

  /** The meanings of another edition, on the same ground. */
  Meanings edited(Phrases library) {
    Tongue tongue = Tongue.of(encoder);
    Sayings now = own.edited(wordings(library, tongue), ground);
    return new Meanings(encoder, ground, now, talk.edited(tongue.loans(now, talk.loans()), ground));
  }

  /** Everything that is encoded, by its plain text. */
  Map<String, TokenVectors> encoded() {
    var out = new HashMap<String, TokenVectors>();
    Stream.concat(own.all().stream(), talk.sayings().all().stream())
        .forEach(s -> out.put(s.phrase().plain(), s.meaning().said()));
    return out;
  }

  /**
   * Adds what a memo means to what its words say, if it is in this language: at a glance for all
   * entries, closely for those that come nearest, and for those that the words speak for most; the
   * others are out of the question.
   */
  void into(EntryMatches best, MemoWords words) {
    if (Tongue.of(encoder).spoken(words.plain())) {
      into(best, meaning(encoder, words));
    }
  }

  private void into(EntryMatches best, MemoMeaning memo) {
    Map<Integer, Near> phrases = nearest.in(memo);
    Map<Integer, Near> topics = talk.nearest().in(memo);
    Set<Integer> closely = best.likeliest(phrases.keySet(), ENTRIES);
    phrases.entrySet().stream()
        .map(e -> new Candidate(e.getKey(), e.getValue().score() + talk.score(e.getKey(), topics)))
        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
        .limit(ENTRIES)
        .forEach(candidate -> closely.add(candidate.entry()));
    Map<Integer, Near> near = only(phrases, closely);
    Map<Integer, Near> borrowed = only(topics, talk.topics(closely));
    var hits = Hits.of(memo, Stream.concat(near.values().stream(), borrowed.values().stream()));
    near.forEach((entry, n) -> best.meaning(entry, own.found(n, hits)));
    best.talk(talk.in(hits, borrowed, closely));
    best.forget(phrases.keySet(), closely);
  }

  private static Map<Integer, Near> only(Map<Integer, Near> all, Set<Integer> some) {
    var out = new HashMap<>(all);
    out.keySet().retainAll(some);
    return out;
  }

  private static List<Wording> wordings(Phrases library, Tongue tongue) {
    return library.phrases().stream()
        .filter(p -> tongue.speaks(library.entries().get(p.entry()).language()))
        .filter(p -> !p.alias())
        .limit(MOST)
        .map(
            p -> {
              String entry = library.entries().get(p.entry()).id();
              return new Wording(entry, Set.of(entry), p);
            })
        .toList();
  }

  private static MemoMeaning meaning(Encoder encoder, MemoWords words) {
    Tongue tongue = Tongue.of(encoder);
    return new MemoMeaning(
        encoder.encode(tongue.asMeant(words.plain(), words.library())),
        words.hidden(),
        Centres.of(tongue));
  }

  private static Weights weights(List<Wording> wordings, Encoder encoder, List<MemoMeaning> memos) {
    wordings.parallelStream().forEach(w -> encoder.encode(w.phrase().plain()));
    var entries = new HashMap<String, Set<String>>();
    for (Wording wording : wordings) {
      Set<String> own = entries.computeIfAbsent(wording.owner(), e -> new LinkedHashSet<>());
      encoder
          .encode(wording.phrase().plain())
          .tokens()
          .forEach(t -> own.add(PhraseMeaning.gram(t)));
    }
    var weights = new Weights();
    entries.values().forEach(grams -> weights.add(List.copyOf(grams)));
    for (MemoMeaning memo : memos) {
      weights.add(memo.tokens().stream().map(PhraseMeaning::gram).distinct().toList());
    }
    return weights;
  }
}
