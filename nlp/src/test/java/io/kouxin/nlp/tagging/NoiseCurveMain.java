package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.BgeEncoder;
import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.NoEncoderException;
import io.kouxin.nlp.text.PlainText;
import io.kouxin.nlp.text.RecogniserNoise;
import io.kouxin.nlp.text.RuleBasedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

  private final List<LibraryEntry> library;
  private final List<Gold> memos;
  private final Encoder encoder;

  private NoiseCurveMain(List<LibraryEntry> library, List<Gold> memos, Encoder encoder) {
    this.library = library;
    this.memos = memos;
    this.encoder = encoder;
  }

  private record Gold(String text, Set<String> tags) {}

  /** Takes library, gold and, if wanted, a seed. */
  public static void main(String[] args) throws IOException, NoEncoderException {
    if (args.length < 2) {
      System.err.println("wanted: LIBRARY.jsonl GOLD.jsonl [SEED]");
      System.exit(2);
    }
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    List<LibraryEntry> library = lines(args[0]).stream().map(NoiseCurveMain::entry).toList();
    List<Gold> memos =
        lines(args[1]).stream()
            .map(l -> new Gold(l.path("text").asString(), Set.copyOf(strings(l.path("tags")))))
            .toList();
    try (Encoder encoder = BgeEncoder.open(Locale.CHINESE)) {
      var curve = new NoiseCurveMain(library, memos, encoder);
      System.out.printf("SIMULATED mishearing, seed %d, %d memos%n", seed, memos.size());
      for (double rate : new double[] {0, 0.1, 0.2, 0.3}) {
        curve.print(rate, seed);
      }
    }
  }

  private static List<JsonNode> lines(String file) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> !line.isBlank())
        .map(line -> JsonMapper.shared().readTree(line))
        .toList();
  }

  private static LibraryEntry entry(JsonNode line) {
    return new LibraryEntry(
        line.path("id").asString(),
        LibraryEntry.Kind.valueOf(line.path("kind").asString().toUpperCase(Locale.ROOT)),
        line.path("label").asString(""),
        strings(line.path("phrases")),
        line.path("industry").asString(""),
        Locale.forLanguageTag(line.path("language").asString("zh")));
  }

  private static List<String> strings(JsonNode list) {
    var out = new ArrayList<String>();
    list.forEach(one -> out.add(one.asString("")));
    return out;
  }

  private void print(double rate, long seed) {
    RecogniserNoise noise = RecogniserNoise.standard();
    List<String> heard = memos.stream().map(m -> noise.hear(m.text(), rate, seed).text()).toList();
    var score = new Score();
    var reader = new RuleBasedReader();
    try (var tags = LuceneTagLibrary.of(library, heard, List.of(encoder))) {
      for (int m = 0; m < memos.size(); m++) {
        score.add(memos.get(m).tags(), tags.tag(reader.read(heard.get(m), Locale.CHINESE, NOW)));
      }
    }
    System.out.printf("%2.0f %%: %s; ", 100 * rate, score);
    printRepair(heard);
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

  private void printRepair(List<String> heard) {
    long chinese = 0;
    int misheard = 0;
    int mended = 0;
    int spoiled = 0;
    for (int m = 0; m < heard.size(); m++) {
      String said = PlainText.of(memos.get(m).text()).text();
      String before = PlainText.of(heard.get(m)).text();
      String after = AsMeant.of(before);
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
