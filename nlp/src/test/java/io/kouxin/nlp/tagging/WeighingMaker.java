package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.BgeEncoder;
import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.tagging.LabelledSet.LabelledMemo;
import io.kouxin.nlp.text.LogisticFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private final Encoder encoder;
  private final LogisticFit mentioned = new LogisticFit();
  private final LogisticFit holding = new LogisticFit();

  private WeighingMaker(Encoder encoder) {
    this.encoder = encoder;
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
    mentioned.add(signs, mention, in.counts());
    if (mention && signs[0] + signs[1] > FOUND) {
      EntryMatch.Hit first = match.first();
      double against =
          in.stance().against(in.memo().units().plain().text(), first.start(), first.end());
      double[] stance = {Math.clamp(against, LEAST, MOST), 1};
      holding.add(stance, holds, in.counts());
    }
  }

  private static String fit(LogisticFit examples) {
    return Arrays.toString(
        Arrays.stream(examples.weights()).map(w -> Math.round(w * 1000) / 1000.0).toArray());
  }
}
