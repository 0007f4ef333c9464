package io.kouxin.bot.followup;

import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.work.Sequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Follow-ups for tests. Each tag stands on one stretch of the text. */
final class SampleFollowUp {
  static final Instant AT = Instant.parse("2026-03-10T02:00:00Z");

  private SampleFollowUp() {}

  /** One memo; a tag for each of its words. */
  static FollowUp saying(String message, String text) {
    return saying(message, 0, text);
  }

  static FollowUp saying(String message, int visit, String text) {
    List<TagMark> tags = new ArrayList<>();
    int from = 0;
    for (String word : text.split(" ")) {
      if (!word.isEmpty()) {
        tags.add(tag(word, from));
      }
      from += word.length() + 1;
    }
    return new FollowUp(
        Sequence.next(),
        "zhangsan",
        new Account("sandbox", "zhangsan"),
        Locale.CHINESE,
        Optional.empty(),
        List.of(part(message, visit, text)),
        tags.stream().collect(onceEach()),
        List.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Set.of(),
        FollowUp.Status.DRAFT,
        1,
        1,
        AT,
        AT);
  }

  private static Collector<TagMark, ?, List<TagMark>> onceEach() {
    return Collectors.collectingAndThen(
        Collectors.toMap(TagMark::entry, tag -> tag, (first, again) -> first, LinkedHashMap::new),
        tags -> List.copyOf(tags.values()));
  }

  private static TagMark tag(String word, int from) {
    var evidence = new TagMark.Evidence(from, from + word.length(), word);
    return new TagMark(
        "entry-" + word, "objection", word, 0.9, "asserted", List.of(evidence), false);
  }

  private static Part part(String message, int visit, String text) {
    return new Part(
        message,
        visit,
        text,
        Part.Source.typed(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        AT);
  }
}
