package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.TokenVectors;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the Chinese phrases of a library mean, and how like each of them a memo of this tenant
 * usually is. Other languages go by words alone: the model was made for Chinese.
 *
 * @param encoder gives the vectors
 * @param own the phrases, in the order of the library
 * @param talk what the entries borrow
 */
record Meanings(Encoder encoder, Ground ground, Sayings own, BorrowedTalk talk) {

  /**
   * The meanings of a library.
   *
   * @param encoded what is already encoded, by its plain text
   * @param background memos on which it is calibrated
   */
  static Meanings of(
      Encoder encoder,
      Map<String, TokenVectors> encoded,
      Phrases library,
      List<BackgroundMemo> background,
      Boilerplate boilerplate) {
    Recall recall = Recall.of(encoder, encoded);
    List<Wording> wordings = wordings(library);
    List<MemoMeaning> memos =
        background.parallelStream().map(m -> meaning(encoder, m.units(), boilerplate)).toList();
    var ground = new Ground(recall, background, memos, weights(wordings, recall, memos));
    Sayings own = Sayings.of(wordings, ground);
    return new Meanings(encoder, ground, own, BorrowedTalk.of(Loans.of(own), ground));
  }

  /** The meanings of another edition, on the same ground. */
  Meanings edited(Phrases library) {
    Sayings now = own.edited(wordings(library), ground);
    return new Meanings(encoder, ground, now, talk.edited(Loans.of(now), ground));
  }

  /** Everything that is encoded, by its plain text. */
  Map<String, TokenVectors> encoded() {
    var out = new HashMap<String, TokenVectors>();
    Stream.concat(own.all().stream(), talk.sayings().all().stream())
        .forEach(s -> out.put(s.phrase().plain(), s.meaning().said()));
    return out;
  }

  private static List<Wording> wordings(Phrases library) {
    return library.phrases().stream()
        .filter(p -> !p.alias() && chinese(library, p))
        .map(
            p -> {
              String entry = library.entries().get(p.entry()).id();
              return new Wording(entry, Set.of(entry), p);
            })
        .toList();
  }

  private static boolean chinese(Phrases library, Phrase phrase) {
    Locale language = library.entries().get(phrase.entry()).language();
    return language.getLanguage().equals(Locale.CHINESE.getLanguage());
  }

  private static MemoMeaning meaning(Encoder encoder, Units units, Boilerplate boilerplate) {
    return new MemoMeaning(encoder.encode(units.plain().text()), boilerplate.characters(units));
  }

  /** What a memo means. */
  MemoMeaning of(Units units, Boilerplate boilerplate) {
    return meaning(encoder, units, boilerplate);
  }

  private static Weights weights(
      List<Wording> wordings, Encoder encoder, List<MemoMeaning> memos) {
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
