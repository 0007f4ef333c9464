package io.kouxin.nlp.tagging;

import io.kouxin.nlp.text.RuleBasedReader;
import io.kouxin.nlp.text.Utterance;
import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Prints what one memo of about 60 characters costs at several library sizes, and what a rebuild
 * costs. Run it with {@code java -cp … io.kouxin.nlp.tagging.TaggingBench [entries…]}.
 */
final class TaggingBench {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 4, 10, 30, 0, 0, ZoneId.of("Asia/Shanghai"));
  private static final String CHARACTERS = characters();

  private TaggingBench() {}

  public static void main(String[] args) {
    List<Integer> sizes =
        args.length == 0
            ? List.of(31, 1_000, 10_000)
            : java.util.Arrays.stream(args).map(Integer::valueOf).toList();
    for (int size : sizes) {
      measure(size);
    }
  }

  private static void measure(int size) {
    var random = new Random(7);
    List<String> background = IntStream.range(0, 120).mapToObj(i -> text(random, 60)).toList();
    List<LibraryEntry> entries = IntStream.range(0, size).mapToObj(i -> entry(random, i)).toList();
    var memos = new ArrayList<Utterance>();
    var reader = new RuleBasedReader();
    for (int i = 0; i < 200; i++) {
      String phrase = entries.get(random.nextInt(size)).phrases().getFirst();
      memos.add(reader.read(text(random, 25) + phrase + text(random, 25), Locale.CHINA, NOW));
    }
    LuceneTagLibrary.of(entries, background).close();
    long start = cpu();
    try (var library = LuceneTagLibrary.of(entries, background)) {
      double build = millis(start);
      int found = 0;
      for (int warm = 0; warm < 5; warm++) {
        found += tagAll(library, memos);
      }
      start = cpu();
      found += tagAll(library, memos);
      System.out.printf(
          Locale.ROOT,
          "%d entries: %.2f ms CPU a memo, rebuilt in %.0f ms CPU (%d tags)%n",
          size,
          millis(start) / memos.size(),
          build,
          found);
    }
  }

  private static int tagAll(TagLibrary library, List<Utterance> memos) {
    return memos.stream().mapToInt(m -> library.tag(m).tags().size()).sum();
  }

  /** CPU time of this thread in nanoseconds: other programs of the machine do not disturb it. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double millis(long start) {
    return (cpu() - start) / 1e6;
  }

  private static LibraryEntry entry(Random random, int i) {
    List<String> phrases =
        IntStream.range(0, 12).mapToObj(p -> text(random, 4 + random.nextInt(10))).toList();
    return new LibraryEntry("e" + i, LibraryEntry.Kind.NEED, "e" + i, phrases, "", Locale.CHINESE);
  }

  /** Characters of uneven frequency, as in language: the rank falls off with the square. */
  private static String text(Random random, int length) {
    var out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      double u = random.nextDouble();
      out.append(CHARACTERS.charAt((int) (u * u * CHARACTERS.length())));
    }
    return out.toString();
  }

  private static String characters() {
    var out = new StringBuilder();
    IntStream.range(0, 1500).forEach(i -> out.append((char) (0x4E00 + (i * 13) % 20000)));
    return out.toString();
  }
}
