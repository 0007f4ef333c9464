package io.kouxin.bot.pack;

import io.kouxin.bot.pack.Flaw.Kind;
import io.kouxin.nlp.tagging.LibraryEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an entry must keep to, whoever wrote it and whatever stands beside it. */
final class EntryRules {
  static final int SHORTEST_TEXT = 2;
  static final int LONGEST_TEXT = 200;
  static final int WIDEST_LABEL = 20;
  static final int LONGEST_NOTE = 400;
  static final int LONGEST_OWNER = 40;
  static final int LONGEST_QUESTION = 60;
  static final int WIDEST_CHOICE = 10;

  /** How many texts a list may hold, by its name in {@code library.yaml}. */
  static final Map<String, Integer> MOST =
      Map.of(
          "phrases", 300,
          "aliases", 50,
          "negative-phrases", 50,
          "counter-examples", 300,
          "evidence-required", 5);

  private EntryRules() {}

  static List<Flaw> flaws(LibraryItem item) {
    LibraryEntry entry = item.entry();
    List<Flaw> flaws = new ArrayList<>();
    if (!LibraryItem.ID.matcher(entry.id()).matches() || entry.id().length() > 64) {
      flaws.add(Kind.ID.in("id", entry.id()));
    }
    if (entry.label().isBlank()) {
      flaws.add(Kind.LABEL_EMPTY.in("label"));
    } else if (Forms.width(entry.label()) > 2 * WIDEST_LABEL) {
      flaws.add(Kind.LABEL_WIDE.in("label", entry.label()));
    }
    if (Forms.hasUnseen(entry.label())) {
      flaws.add(Kind.UNSEEN.in("label"));
    }
    if (entry.phrases().isEmpty()) {
      flaws.add(Kind.NO_PHRASES.in("phrases"));
    }
    flaws.addAll(notes(item));
    lists(item).forEach((field, texts) -> flaws.addAll(texts(field, texts)));
    flaws.addAll(denials(entry));
    item.ask().ifPresent(ask -> flaws.addAll(question(ask)));
    return flaws;
  }

  private static Map<String, List<String>> lists(LibraryItem item) {
    LibraryEntry entry = item.entry();
    return Map.of(
        "phrases", entry.phrases(),
        "aliases", entry.aliases(),
        "negative-phrases", entry.contrast().negativePhrases(),
        "counter-examples", entry.contrast().counterExamples(),
        "evidence-required", item.notes().evidenceRequired());
  }

  /** What is wrong with the texts of one list. */
  static List<Flaw> texts(String field, List<String> texts) {
    List<Flaw> flaws = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String text : texts) {
      int length = text.codePointCount(0, text.length());
      if (text.isBlank()) {
        flaws.add(Kind.TEXT_EMPTY.in(field));
      } else if (!seen.add(said(text))) {
        flaws.add(Kind.TEXT_TWICE.in(field, text));
      } else if (length < SHORTEST_TEXT) {
        flaws.add(Kind.TEXT_SHORT.in(field, text));
      } else if (length > LONGEST_TEXT) {
        flaws.add(Kind.TEXT_LONG.in(field, text));
      }
    }
    if (texts.size() > MOST.getOrDefault(field, Integer.MAX_VALUE)) {
      flaws.add(Kind.TOO_MANY.in(field));
    }
    return flaws;
  }

  private static List<Flaw> notes(LibraryItem item) {
    List<Flaw> flaws = new ArrayList<>();
    item.entry()
        .kin()
        .group()
        .filter(group -> !LibraryItem.ID.matcher(group).matches() || group.length() > 64)
        .ifPresent(group -> flaws.add(Kind.GROUP.in("group", group)));
    item.notes()
        .description()
        .filter(text -> text.length() > LONGEST_NOTE)
        .ifPresent(text -> flaws.add(Kind.NOTE_LONG.in("description")));
    item.notes()
        .owner()
        .filter(text -> text.length() > LONGEST_OWNER)
        .ifPresent(text -> flaws.add(Kind.NOTE_LONG.in("owner")));
    return flaws;
  }

  private static List<Flaw> denials(LibraryEntry entry) {
    Set<String> phrases =
        entry.phrases().stream().map(EntryRules::said).collect(Collectors.toSet());
    List<Flaw> flaws = new ArrayList<>();
    for (String text : entry.contrast().negativePhrases()) {
      if (phrases.contains(said(text))) {
        flaws.add(Kind.DENIES_ITSELF.in("negative-phrases", text));
      }
    }
    for (String text : entry.contrast().counterExamples()) {
      if (phrases.contains(said(text))) {
        flaws.add(Kind.DENIES_ITSELF.in("counter-examples", text));
      }
    }
    return flaws;
  }

  private static List<Flaw> question(Ask ask) {
    List<Flaw> flaws = new ArrayList<>();
    int choices = ask.choices().size();
    if (ask.question().isBlank() || ask.question().length() > LONGEST_QUESTION) {
      flaws.add(Kind.ASK_QUESTION.in("ask", ask.question()));
    }
    if (Stream.concat(Stream.of(ask.question()), ask.choices().stream().map(Ask.Choice::label))
        .anyMatch(Forms::hasUnseen)) {
      flaws.add(Kind.UNSEEN.in("ask"));
    }
    boolean wordless =
        ask.choices().stream()
            .anyMatch(c -> c.label().isBlank() || Forms.width(c.label()) > 2 * WIDEST_CHOICE);
    if (choices < 2 || choices > 5 || wordless) {
      flaws.add(Kind.ASK_CHOICES.in("ask"));
    }
    return flaws;
  }

  /** A text as it is compared: case and blanks around it are nothing. */
  static String said(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
