package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.TokenVectors;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the Chinese phrases of a library mean, and how like each of them a memo of this tenant
 * usually is. Other languages go by words alone: the model was made for Chinese.
 *
 * @param encoder gives the vectors
 * @param phrases the Chinese ones, in the order of the library
 * @param meanings of these phrases
 * @param usual of each phrase, over the background memos
 * @param talk what the entries borrow
 */
record Meanings(
    Encoder encoder,
    List<Phrase> phrases,
    List<PhraseMeaning> meanings,
    List<Usual> usual,
    BorrowedTalk talk) {

  /**
   * The meanings of a library.
   *
   * @param background memos on which it is calibrated
   */
  static Meanings of(
      Encoder encoder, Phrases library, List<BackgroundMemo> background, Boilerplate boilerplate) {
    List<Phrase> phrases =
        library.phrases().stream().filter(p -> !p.alias() && chinese(library, p)).toList();
    var encoded = encode(encoder, phrases.stream().map(Phrase::plain));
    List<MemoMeaning> memos =
        background.parallelStream().map(m -> meaning(encoder, m.units(), boilerplate)).toList();
    Weights weights = weights(phrases, encoded, memos);
    List<PhraseMeaning> meanings =
        phrases.stream().map(p -> PhraseMeaning.of(of(encoded, p.plain()), weights)).toList();
    List<Usual> usual =
        Usual.of(
            meanings, memos, (p, m) -> !background.get(m).about().contains(phrases.get(p).entry()));
    Loans loans = Loans.of(phrases, meanings);
    var borrowed = encode(encoder, loans.wordings());
    var talk =
        BorrowedTalk.of(loans, w -> PhraseMeaning.of(of(borrowed, w), weights), memos, background);
    return new Meanings(encoder, phrases, meanings, usual, talk);
  }

  private static boolean chinese(Phrases library, Phrase phrase) {
    Locale language = library.entries().get(phrase.entry()).language();
    return language.getLanguage().equals(Locale.CHINESE.getLanguage());
  }

  private static TokenVectors of(Map<String, TokenVectors> encoded, String plain) {
    return Objects.requireNonNull(encoded.get(plain));
  }

  private static MemoMeaning meaning(Encoder encoder, Units units, Boilerplate boilerplate) {
    return new MemoMeaning(
        encoder.encode(AsMeant.of(units.plain().text())), boilerplate.characters(units));
  }

  /** What a memo means. */
  MemoMeaning of(Units units, Boilerplate boilerplate) {
    return meaning(encoder, units, boilerplate);
  }

  private static Map<String, TokenVectors> encode(Encoder encoder, Stream<String> plain) {
    List<String> texts = plain.distinct().toList();
    List<TokenVectors> found = texts.parallelStream().map(encoder::encode).toList();
    var out = new HashMap<String, TokenVectors>();
    for (int i = 0; i < found.size(); i++) {
      out.put(texts.get(i), found.get(i));
    }
    return Map.copyOf(out);
  }

  private static Weights weights(
      List<Phrase> phrases, Map<String, TokenVectors> encoded, List<MemoMeaning> memos) {
    var entries = new HashMap<Integer, Set<String>>();
    for (Phrase phrase : phrases) {
      Set<String> own = entries.computeIfAbsent(phrase.entry(), e -> new LinkedHashSet<>());
      of(encoded, phrase.plain()).tokens().forEach(t -> own.add(PhraseMeaning.gram(t)));
    }
    var weights = new Weights();
    entries.values().forEach(grams -> weights.add(List.copyOf(grams)));
    for (MemoMeaning memo : memos) {
      weights.add(memo.tokens().stream().map(PhraseMeaning::gram).distinct().toList());
    }
    return weights;
  }
}
