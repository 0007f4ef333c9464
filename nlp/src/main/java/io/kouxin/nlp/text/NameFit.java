package io.kouxin.nlp.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A name held against a stretch of a transcript that sounds like it. */
record NameFit(HeardReading.Window window, SoundedName name) {
  /** Wrong words were heard with 0.42 to 0.57, right ones near 1. */
  static final double SURE = 0.6;

  /** From here on, one syllable may be a bit off, and a common word inside may be misheard. */
  static final int LONG = 4;

  private static final String LITTLE = "的了是在我你他她它们这那有不就也都还说要会能可以和跟与到去来给把被让吗呢吧啊嗯呃哦一二三四五六七八九十百千万个上下里";

  /** What stands beside a name: a visit, a comparison, somebody of the place. */
  private static final Pattern BEFORE = Pattern.compile(".*[去到找见约访跟给用换比叫]$");

  private static final Pattern BEHIND = Pattern.compile("^(医院|公司|那边|这边|他们|主任|经理|院长|的|家|总).*");

  boolean isMeant() {
    return !changes() || (isUnsure() && isNearEnough() && mayOverwrite());
  }

  /** Whether other characters than the name's stand here. */
  boolean changes() {
    return !window.text().equals(name.text());
  }

  IntStream places() {
    return IntStream.range(window.start(), window.start() + window.length());
  }

  /** How many syllables differ, those that only fold together counted half; doubled. */
  int distance() {
    return changes() ? 1 + IntStream.range(0, name.length()).map(this::syllableDistance).sum() : 0;
  }

  private int syllableDistance(int at) {
    String said = window.sounds().get(at);
    String sound = name.syllables().get(at);
    return said.equals(sound) ? 0 : Pinyin.fold(said).equals(Pinyin.fold(sound)) ? 1 : 2;
  }

  /** Closer in sound; of two as close neither is chosen. */
  boolean beats(NameFit other) {
    return distance() < other.distance();
  }

  /** Every word that would change was heard with doubt. */
  private boolean isUnsure() {
    return changedWords().stream().allMatch(word -> word.confidence() < SURE);
  }

  private List<HeardWord> changedWords() {
    return window.words().stream().filter(this::changes).toList();
  }

  private boolean changes(HeardWord word) {
    int from = word.start() - window.start();
    return !name.text().startsWith(window.textOf(word), from);
  }

  private boolean isNearEnough() {
    boolean exact = window.sounds().equals(name.syllables());
    if (name.length() >= LONG) {
      return IntStream.range(0, name.length())
          .allMatch(
              at ->
                  SoundedName.near(window.sounds().get(at), name.syllables().get(at))
                      || syllableDistance(at) < 2);
    }
    if (isLittle()) {
      return exact && name.length() > 2 && isVisited();
    }
    return name.length() > 2 || (exact && (isVisited() || isSomebodys()));
  }

  /** Short ones are in every other sentence, so something must speak for a name there. */
  private boolean isVisited() {
    return BEFORE.matcher(window.before()).matches();
  }

  private boolean isSomebodys() {
    return BEHIND.matcher(window.behind()).matches();
  }

  private boolean isLittle() {
    return changedWords().stream()
        .map(window::textOf)
        .allMatch(word -> word.chars().allMatch(c -> LITTLE.indexOf(c) >= 0));
  }

  private boolean mayOverwrite() {
    boolean common =
        changedWords().stream().map(window::textOf).anyMatch(CommonWords::contains)
            || CommonWords.within(changedRun());
    return !common || (name.length() >= LONG && 2 * kept() >= name.length());
  }

  /** From the first word that changes to the last. */
  private String changedRun() {
    List<HeardWord> changed = changedWords();
    int from = changed.getFirst().start() - window.start();
    return window.text().substring(from, changed.getLast().end() - window.start());
  }

  private long kept() {
    return IntStream.range(0, name.length())
        .filter(at -> name.text().charAt(at) == window.text().charAt(at))
        .count();
  }
}
