package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.BgeEncoder;
import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.NoEncoderException;
import io.kouxin.nlp.text.PlainText;
import io.kouxin.nlp.text.RecogniserNoise;
import io.kouxin.nlp.text.RuleBasedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Prints how tagging with meaning suffers when characters are misheard: F1, recall@5 and what the
 * repair does, at 0, 10, 20 and 30 % of the characters. The mishearing is a <b>simulation</b>
 * ({@link RecogniserNoise}); the misheard memos are their own background.
 *
 * <pre>mvn -q -pl nlp test-compile exec:exec@noise-curve -Dcurve="LIBRARY.jsonl GOLD.jsonl [SEED]"
 * </pre>
 */
final class NoiseCurveMain {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-04T10:30+08:00");
  private static final int OFFERED = 5;

  private final LabelledSet set;
  private final Encoder encoder;

  private NoiseCurveMain(LabelledSet set, Encoder encoder) {
    this.set = set;
    this.encoder = encoder;
  }

  /** Takes library, gold and, if wanted, a seed. */
  public static void main(String[] args) throws IOException, NoEncoderException {
    if (args.length < 2) {
      System.err.println("wanted: LIBRARY.jsonl GOLD.jsonl [SEED]");
      System.exit(2);
    }
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    var set = LabelledSet.read(Path.of(args[0]), Path.of(args[1]));
    try (Encoder encoder = BgeEncoder.open(Locale.CHINESE)) {
      var curve = new NoiseCurveMain(set, encoder);
      System.out.printf("SIMULATED mishearing, seed %d, %d memos%n", seed, set.memos().size());
      for (double rate : new double[] {0, 0.1, 0.2, 0.3}) {
        curve.print(rate, seed);
      }
    }
  }

  private void print(double rate, long seed) {
    RecogniserNoise noise = RecogniserNoise.standard();
    List<String> heard =
        set.texts().stream().map(text -> noise.hear(text, rate, seed).text()).toList();
    var score = new Score();
    var reader = new RuleBasedReader();
    try (var tags = LuceneTagLibrary.of(set.library(), heard, List.of(encoder))) {
      for (int m = 0; m < heard.size(); m++) {
        score.add(
            set.memos().get(m).tags(), tags.tag(reader.read(heard.get(m), Locale.CHINESE, NOW)));
      }
      System.out.printf("%2.0f %%: %s; ", 100 * rate, score);
      printRepair(heard, heard.stream().map(h -> asMeant(tags.words(h))).toList());
    }
  }

  private static String asMeant(MemoWords words) {
    return AsMeant.of(words.plain(), words.library());
  }

  /** What was found of what was wanted. */
  private static final class Score {
    private int right;
    private int tagged;
    private int offered;
    private int wanted;

    void add(Set<String> gold, Tagging tagging) {
      List<String> found = asserted(tagging);
      var ranked = new LinkedHashSet<>(found);
      tagging.suggestions().forEach(s -> ranked.add(s.entry()));
      wanted += gold.size();
      tagged += found.size();
      right += (int) found.stream().filter(gold::contains).count();
      offered += (int) ranked.stream().limit(OFFERED).filter(gold::contains).count();
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "F1 %.1f %% (%d right of %d tagged and %d wanted), recall@5 %.1f %% (%d of %d)",
          200.0 * right / Math.max(1, tagged + wanted),
          right,
          tagged,
          wanted,
          100.0 * offered / Math.max(1, wanted),
          offered,
          wanted);
    }
  }

  private static List<String> asserted(Tagging tagging) {
    return tagging.tags().stream()
        .filter(t -> t.status() == Tagging.Status.ASSERTED)
        .map(Tagging.Tag::entry)
        .toList();
  }

  private void printRepair(List<String> heard, List<String> meant) {
    long chinese = 0;
    int misheard = 0;
    int mended = 0;
    int spoiled = 0;
    for (int m = 0; m < heard.size(); m++) {
      String said = PlainText.of(set.memos().get(m).text()).text();
      String before = PlainText.of(heard.get(m)).text();
      String after = meant.get(m);
      chinese += said.chars().filter(PlainText::isHan).count();
      for (int i = 0; i < said.length(); i++) {
        boolean wrong = said.charAt(i) != before.charAt(i);
        boolean good = said.charAt(i) == after.charAt(i);
        misheard += wrong ? 1 : 0;
        mended += wrong && good ? 1 : 0;
        spoiled += !wrong && !good ? 1 : 0;
      }
    }
    System.out.printf(
        "%d of %d characters misheard, of these %d read right again; %d right ones spoiled%n",
        misheard, chinese, mended, spoiled);
  }
}
