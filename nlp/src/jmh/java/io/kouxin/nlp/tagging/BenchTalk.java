package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.LibraryEntry.Kind;
import io.kouxin.nlp.text.RuleBasedReader;
import io.kouxin.nlp.text.Utterance;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Libraries and memos of any size, the same ones each time: heads and tails of what people say of
 * hundreds of topics, put together anew. An entry takes its heads from one topic and its tails from
 * another, so that its phrases are alike, and like those of many other entries.
 */
final class BenchTalk {
  /** Phrases of an entry; a good pack has 12 to 20. */
  private static final int PHRASES = 12;

  /** Characters of a memo: half a minute of speech. */
  private static final int MEMO = 60;

  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 4, 10, 30, 0, 0, ZoneId.of("Asia/Shanghai"));

  private final Random random = new Random(7);
  private final List<List<String>> topics = List.copyOf(SalesTalk.wordings().values());

  List<LibraryEntry> entries(int count) {
    return IntStream.range(0, count).mapToObj(i -> entry("e" + i)).toList();
  }

  LibraryEntry entry(String id) {
    List<String> heads = any(topics);
    List<String> tails = any(topics);
    List<String> phrases =
        Stream.generate(() -> phrase(heads, tails)).distinct().limit(PHRASES).toList();
    return new LibraryEntry(id, Kind.NEED, id, phrases, "", Locale.CHINESE);
  }

  List<String> background() {
    return Stream.generate(() -> memo(anything())).limit(120).toList();
  }

  /** Memos in each of which a phrase of the library is said among other words. */
  List<Utterance> memos(List<LibraryEntry> entries) {
    var reader = new RuleBasedReader();
    return Stream.generate(() -> memo(anything() + any(any(entries).phrases())))
        .limit(500)
        .map(memo -> reader.read(memo, Locale.CHINA, NOW))
        .toList();
  }

  private String memo(String beginning) {
    var out = new StringBuilder(beginning);
    while (out.length() < MEMO) {
      out.append(anything());
    }
    out.setLength(MEMO);
    return out.toString();
  }

  private String anything() {
    return phrase(any(topics), any(topics));
  }

  private String phrase(List<String> heads, List<String> tails) {
    String head = any(heads);
    String tail = any(tails);
    return head.substring(0, head.length() / 2) + tail.substring(tail.length() / 2);
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
