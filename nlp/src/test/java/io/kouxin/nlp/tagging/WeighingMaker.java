package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.BgeEncoder;
import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.tagging.LabelledSet.LabelledMemo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Fits the weights of {@link Weighing} and {@link Judgement} to labelled memos: how probable it is
 * that an entry is mentioned, and that what is mentioned holds, without own memos and with them.
 * Run {@code java … WeighingMaker LIBRARY MEMOS STANCE …}, three arguments a set: the third is a
 * file of {@link StanceMaker}, made without the memos of the set, or {@code -} for the one that
 * ships. Each set counts the same. The thresholds are chosen by what {@code evaluate} says.
 */
final class WeighingMaker {
  /** Of the sets in deploy/labelled/training, what reps say every day comes first. */
  private static final int MEMOS = 260;

  /** Only what is found so surely tells how often a mention holds. */
  private static final double FOUND = 3;

  private static final double LEAST = -4;
  private static final double MOST = 6;
  private static final double PENALTY = 1e-3;
  private static final int ROUNDS = 30;

  private final Encoder encoder;
  private final List<Example> mentioned = new ArrayList<>();
  private final List<Example> holding = new ArrayList<>();

  private WeighingMaker(Encoder encoder) {
    this.encoder = encoder;
  }

  /**
   * What is to be explained.
   *
   * @param signs the last of them 1, for the constant
   * @param counts how heavy it is
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Example(double[] signs, boolean yes, double counts) {
    double wrong(double[] weights) {
      double sum = 0;
      for (int i = 0; i < signs.length; i++) {
        sum += weights[i] * signs[i];
      }
      return (yes ? 1 : 0) - 1 / (1 + Math.exp(-sum));
    }
  }

  private record Case(Memo memo, LabelledMemo labelled, Stance stance, double counts) {}

  public static void main(String[] args) throws Exception {
    try (Encoder encoder = BgeEncoder.open(Locale.CHINESE)) {
      for (boolean own : new boolean[] {false, true}) {
        var maker = new WeighingMaker(encoder);
        for (int i = 0; i + 2 < args.length; i += 3) {
          maker.learn(
              LabelledSet.read(Path.of(args[i]), Path.of(args[i + 1])), stance(args[i + 2]), own);
        }
        System.out.printf(
            "%s own memos: mentioned (meaning, talk, words, length, constant) %s; holds (stance, constant)"
                + " %s%n",
            own ? "with" : "without", fit(maker.mentioned), fit(maker.holding));
      }
    }
  }

  private static Stance stance(String file) throws IOException {
    return file.equals("-") ? Stance.chinese() : Stance.of(Files.readAllLines(Path.of(file)));
  }

  private void learn(LabelledSet set, Stance stance, boolean own) {
    List<LabelledMemo> memos = set.memos().subList(0, Math.min(MEMOS, set.memos().size()));
    List<String> background = own ? set.texts() : List.of();
    try (var tags = LuceneTagLibrary.of(set.library(), background, List.of(encoder))) {
      for (LabelledMemo labelled : memos) {
        Memo memo = tags.memo(labelled.text());
        for (EntryMatch match : tags.matches(memo)) {
          if (!match.named()) {
            String entry = set.library().get(match.entry()).id();
            learn(new Case(memo, labelled, stance, (double) MEMOS / memos.size()), match, entry);
          }
        }
      }
    }
  }

  private void learn(Case in, EntryMatch match, String entry) {
    double[] signs = {
      match.meaning().score(),
      match.talk().score(),
      Math.log(Weighing.NO_WORDS + match.words().score()),
      Weighing.length(match.first()),
      1
    };
    boolean holds = in.labelled().tags().contains(entry);
    boolean mention = holds || in.labelled().negated().contains(entry);
    mentioned.add(new Example(signs, mention, in.counts()));
    if (mention && signs[0] + signs[1] > FOUND) {
      EntryMatch.Hit first = match.first();
      double against =
          in.stance().against(in.memo().units().plain().text(), first.start(), first.end());
      double[] stance = {Math.clamp(against, LEAST, MOST), 1};
      holding.add(new Example(stance, holds, in.counts()));
    }
  }

  /** Logistic regression by Newton's method. */
  private static String fit(List<Example> examples) {
    int size = examples.getFirst().signs().length;
    double[] weights = new double[size];
    for (int round = 0; round < ROUNDS; round++) {
      double[] slope = new double[size];
      double[][] curve = new double[size][size];
      for (int i = 0; i < size; i++) {
        slope[i] = -PENALTY * weights[i];
        curve[i][i] = PENALTY;
      }
      for (Example example : examples) {
        double wrong = example.wrong(weights);
        double spread = Math.abs(wrong) * (1 - Math.abs(wrong));
        for (int i = 0; i < size; i++) {
          slope[i] += example.counts() * wrong * example.signs()[i];
          for (int j = 0; j < size; j++) {
            curve[i][j] += example.counts() * spread * example.signs()[i] * example.signs()[j];
          }
        }
      }
      step(weights, curve, slope);
    }
    return Arrays.toString(
        Arrays.stream(weights).map(w -> Math.round(w * 1000) / 1000.0).toArray());
  }

  /** Adds the solution of curve x = slope (Gauss and Jordan). */
  private static void step(double[] weights, double[][] curve, double[] slope) {
    for (int i = 0; i < slope.length; i++) {
      for (int k = 0; k < slope.length; k++) {
        if (k != i) {
          double times = curve[k][i] / curve[i][i];
          for (int j = i; j < slope.length; j++) {
            curve[k][j] -= times * curve[i][j];
          }
          slope[k] -= times * slope[i];
        }
      }
    }
    for (int i = 0; i < slope.length; i++) {
      weights[i] += slope[i] / curve[i][i];
    }
  }
}
