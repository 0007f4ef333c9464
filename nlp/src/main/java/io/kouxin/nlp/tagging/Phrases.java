package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.Tagging.EntryError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/**
 * The entries that can be matched, and their phrases.
 *
 * @param entries in the order given, broken ones left out
 * @param phrases of all entries
 * @param weights what each gram says in this library
 * @param errors the entries that were left out
 */
record Phrases(
    List<LibraryEntry> entries, List<Phrase> phrases, Weights weights, List<EntryError> errors) {
  /** Longer ones are documents, not ways to say something. */
  private static final int LONGEST = 200;

  static Phrases of(List<LibraryEntry> given, Background background) {
    return of(given, entries -> weights(entries, background.own()));
  }

  /** The same, where it is known already what each gram says. */
  static Phrases of(List<LibraryEntry> given, Weights weights) {
    return of(given, entries -> weights);
  }

  private static Phrases of(
      List<LibraryEntry> given, Function<List<List<Units>>, Weights> weighing) {
    var entries = new ArrayList<LibraryEntry>();
    var units = new ArrayList<List<Units>>();
    var aliases = new ArrayList<List<Units>>();
    var errors = new ArrayList<EntryError>();
    var ids = new HashSet<String>();
    for (LibraryEntry entry : given) {
      List<Units> readable = readable(entry.phrases());
      if (!ids.add(entry.id())) {
        errors.add(twice(entry));
      } else if (readable.isEmpty()) {
        errors.add(
            new EntryError(
                entry.id(), "none of its phrases has a word of 1 to " + LONGEST + " characters"));
      } else {
        entries.add(entry);
        units.add(readable);
        aliases.add(readable(entry.aliases()));
      }
    }
    Weights weights = weighing.apply(units);
    return new Phrases(
        List.copyOf(entries), phrases(units, aliases, weights), weights, List.copyOf(errors));
  }

  /** These entries with the phrases of one language alone. */
  Phrases in(Tongue tongue) {
    return new Phrases(
        entries,
        phrases.stream().filter(p -> tongue.speaks(entries.get(p.entry()).language())).toList(),
        weights,
        errors);
  }

  static EntryError twice(LibraryEntry entry) {
    return new EntryError(entry.id(), "another entry has the same id");
  }

  private static List<Units> readable(List<String> texts) {
    return texts.stream()
        .filter(p -> !p.isBlank() && p.length() <= LONGEST)
        .distinct()
        .map(Units::of)
        .filter(u -> u.size() > 0)
        .toList();
  }

  private static Weights weights(List<List<Units>> entries, List<Units> background) {
    var weights = new Weights();
    for (List<Units> phrases : entries) {
      var grams = new LinkedHashSet<String>();
      phrases.forEach(p -> grams.addAll(p.grams()));
      weights.add(List.copyOf(grams));
    }
    background.forEach(memo -> weights.add(memo.grams()));
    return weights;
  }

  private static List<Phrase> phrases(
      List<List<Units>> entries, List<List<Units>> aliases, Weights weights) {
    var out = new ArrayList<Phrase>();
    var pool = new HashMap<Phrase.Part, Phrase.Part>();
    for (int e = 0; e < entries.size(); e++) {
      for (Units phrase : entries.get(e)) {
        out.add(Phrase.of(e, phrase, weights, false).pooled(pool));
      }
      for (Units alias : aliases.get(e)) {
        out.add(Phrase.of(e, alias, weights, true).pooled(pool));
      }
    }
    return List.copyOf(out);
  }
}
