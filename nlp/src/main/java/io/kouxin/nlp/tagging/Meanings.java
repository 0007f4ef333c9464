package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.TokenVectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the phrases of a library mean, and how like each of them a memo of this tenant usually is.
 *
 * @param encoder gives the vectors
 * @param encoded what was encoded, by plain text: encoding is the dear part of an edit
 * @param phrases in the order of the library
 * @param usual of each phrase, over the background memos
 */
record Meanings(
    Encoder encoder,
    Map<String, TokenVectors> encoded,
    List<PhraseMeaning> phrases,
    List<Usual> usual) {

  /**
   * How like one phrase is to memos that need not say it.
   *
   * @param mean of the scores
   * @param deviation the standard deviation of the scores
   */
  record Usual(double mean, double deviation) {
    double above(double score) {
      return (score - mean) / deviation;
    }
  }

  /**
   * The meanings of a library.
   *
   * @param before what is already encoded
   * @param background memos on which it is calibrated
   */
  static Meanings of(
      Encoder encoder,
      Map<String, TokenVectors> before,
      Phrases library,
      List<BackgroundMemo> background,
      Boilerplate boilerplate) {
    var encoded = encode(encoder, before, library);
    List<Said> memos =
        background.parallelStream().map(memo -> Said.of(encoder, memo, boilerplate)).toList();
    Weights weights = weights(library, encoded, memos);
    List<PhraseMeaning> phrases =
        library.phrases().stream().map(p -> PhraseMeaning.of(of(encoded, p), weights)).toList();
    return new Meanings(encoder, encoded, phrases, usual(library, phrases, memos));
  }

  private static TokenVectors of(Map<String, TokenVectors> encoded, Phrase phrase) {
    return Objects.requireNonNull(encoded.get(phrase.plain()));
  }

  /** A background memo that is encoded. */
  private record Said(MemoMeaning meaning, Set<Integer> about) {
    static Said of(Encoder encoder, BackgroundMemo memo, Boilerplate boilerplate) {
      return new Said(Meanings.meaning(encoder, memo.units(), boilerplate), memo.about());
    }
  }

  private static MemoMeaning meaning(Encoder encoder, Units units, Boilerplate boilerplate) {
    return new MemoMeaning(encoder.encode(units.plain().text()), boilerplate.characters(units));
  }

  /** What a memo means. */
  MemoMeaning of(Units units, Boilerplate boilerplate) {
    return meaning(encoder, units, boilerplate);
  }

  private static Map<String, TokenVectors> encode(
      Encoder encoder, Map<String, TokenVectors> before, Phrases library) {
    var out = new HashMap<String, TokenVectors>();
    library
        .phrases()
        .forEach(
            p -> {
              TokenVectors known = before.get(p.plain());
              if (known != null) {
                out.put(p.plain(), known);
              }
            });
    List<String> missing =
        library.phrases().stream()
            .map(Phrase::plain)
            .distinct()
            .filter(p -> !out.containsKey(p))
            .toList();
    List<TokenVectors> found = missing.parallelStream().map(encoder::encode).toList();
    for (int i = 0; i < found.size(); i++) {
      out.put(missing.get(i), found.get(i));
    }
    return Map.copyOf(out);
  }

  private static Weights weights(
      Phrases library, Map<String, TokenVectors> encoded, List<Said> memos) {
    var entries = new HashMap<Integer, Set<String>>();
    for (Phrase phrase : library.phrases()) {
      Set<String> own = entries.computeIfAbsent(phrase.entry(), e -> new LinkedHashSet<>());
      of(encoded, phrase).tokens().forEach(t -> own.add(PhraseMeaning.gram(t)));
    }
    var weights = new Weights();
    entries.values().forEach(grams -> weights.add(List.copyOf(grams)));
    for (Said memo : memos) {
      weights.add(memo.meaning().tokens().stream().map(PhraseMeaning::gram).distinct().toList());
    }
    return weights;
  }

  private static List<Usual> usual(Phrases library, List<PhraseMeaning> phrases, List<Said> memos) {
    List<double[]> moments =
        IntStream.range(0, phrases.size())
            .parallel()
            .mapToObj(p -> moments(phrases.get(p), library.phrases().get(p).entry(), memos))
            .toList();
    double typical =
        moments.stream().filter(m -> m[0] > 0).mapToDouble(m -> m[2]).average().orElse(0);
    double typicalMean =
        moments.stream().filter(m -> m[0] > 0).mapToDouble(m -> m[1]).average().orElse(0);
    var out = new ArrayList<Usual>(phrases.size());
    moments.forEach(m -> out.add(usual(m, typicalMean, typical)));
    return List.copyOf(out);
  }

  /** Memos that a typical phrase is worth: with few memos a deviation is mostly chance. */
  private static final double TRUST = 2;

  /** Of a library without any memo; measured on the shipped packs. */
  private static final Usual UNKNOWN = new Usual(0.16, 0.06);

  private static Usual usual(double[] moments, double typicalMean, double typicalVariance) {
    double n = moments[0];
    if (typicalVariance <= 0) {
      return UNKNOWN;
    }
    double mean = (n * moments[1] + typicalMean) / (n + 1);
    double variance = (n * moments[2] + TRUST * typicalVariance) / (n + TRUST);
    return new Usual(mean, Math.sqrt(variance));
  }

  /** Count, mean and variance of the scores of one phrase. */
  private static double[] moments(PhraseMeaning phrase, int entry, List<Said> memos) {
    double[] scores =
        memos.stream()
            .filter(memo -> !memo.about().contains(entry))
            .mapToDouble(memo -> memo.meaning().to(phrase).score())
            .toArray();
    double mean = IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).average().orElse(0);
    double variance = 0;
    for (double score : scores) {
      variance += (score - mean) * (score - mean) / scores.length;
    }
    return new double[] {scores.length, mean, variance};
  }
}
