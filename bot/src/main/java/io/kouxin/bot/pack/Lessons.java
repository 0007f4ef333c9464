package io.kouxin.bot.pack;

import io.kouxin.bot.pack.Taught.Sense;
import io.kouxin.nlp.tagging.LibraryEntry;
import io.kouxin.nlp.tagging.LibraryEntry.Contrast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lays what was taught over the entries as they were written. */
final class Lessons {
  private final Map<String, List<Taught>> byEntry;

  Lessons(List<Taught> taught) {
    byEntry = taught.stream().collect(Collectors.groupingBy(Taught::entry));
  }

  List<LibraryItem> over(List<LibraryItem> items) {
    return items.stream().map(this::over).toList();
  }

  private LibraryItem over(LibraryItem item) {
    List<Taught> lessons = byEntry.getOrDefault(item.id(), List.of());
    return lessons.isEmpty() ? item : item.with(over(item.entry(), lessons));
  }

  private static LibraryEntry over(LibraryEntry entry, List<Taught> lessons) {
    List<String> phrases = new ArrayList<>(entry.phrases());
    lessons.stream()
        .filter(lesson -> lesson.sense() == Sense.EXAMPLE)
        .forEach(lesson -> add(lesson.text(), phrases));
    List<String> counters = new ArrayList<>(entry.contrast().counterExamples());
    lessons.stream()
        .filter(lesson -> lesson.sense() == Sense.COUNTER_EXAMPLE)
        .filter(lesson -> !has(phrases, lesson.text()))
        .forEach(lesson -> add(lesson.text(), counters));
    return new LibraryEntry(
        entry.id(),
        entry.kind(),
        entry.label(),
        phrases,
        entry.industry(),
        entry.language(),
        entry.aliases(),
        entry.kin(),
        new Contrast(entry.contrast().negativePhrases(), counters));
  }

  private static void add(String text, List<String> texts) {
    if (!has(texts, text)) {
      texts.add(text);
    }
  }

  private static boolean has(List<String> texts, String text) {
    return texts.stream().anyMatch(one -> EntryRules.said(one).equals(EntryRules.said(text)));
  }
}
