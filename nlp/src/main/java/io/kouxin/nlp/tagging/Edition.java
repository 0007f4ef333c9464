package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.Tagging.EntryError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A library after a change, and what it kept of the one before. Where few entries have changed, the
 * others stay as they were, weights included; otherwise all are read anew.
 *
 * @param library after the change
 * @param kept by the number of a phrase, its number before; below 0 for a new one
 * @param before how many phrases there were
 */
@SuppressWarnings("ArrayRecordComponent") // a million numbers: no copies
record Edition(Phrases library, int[] kept, int before) {
  /** One entry in so many may be new before all are weighed anew. */
  private static final int FEW = 10;

  /** So many new phrases may be those of another trade. */
  private static final int MANY = 100;

  /**
   * The phrases of one entry.
   *
   * @param first number of the first one
   */
  private record Stretch(LibraryEntry entry, int first, List<Phrase> phrases) {
    int number(int offset, String plain) {
      if (offset < phrases.size() && phrases.get(offset).plain().equals(plain)) {
        return first + offset;
      }
      for (int p = 0; p < phrases.size(); p++) {
        if (phrases.get(p).plain().equals(plain)) {
          return first + p;
        }
      }
      return -1;
    }
  }

  static Edition of(Phrases before, List<LibraryEntry> given, Background background) {
    Map<String, Stretch> old = new HashMap<>();
    stretches(before).forEach(s -> old.put(s.entry().id(), s));
    var same = new IdentityHashMap<LibraryEntry, List<Phrase>>();
    var changed = new ArrayList<LibraryEntry>();
    for (LibraryEntry entry : given) {
      Stretch was = old.get(entry.id());
      if (was != null && was.entry().equals(entry)) {
        same.put(entry, was.phrases());
      } else {
        changed.add(entry);
      }
    }
    Phrases library =
        changed.size() * FEW > given.size()
            ? Phrases.of(given, background)
            : merged(given, same, Phrases.of(changed, before.weights()));
    return new Edition(library, kept(library, old), before.phrases().size());
  }

  private static List<Stretch> stretches(Phrases library) {
    var out = new ArrayList<Stretch>();
    List<Phrase> all = library.phrases();
    int first = 0;
    for (int p = 1; p <= all.size(); p++) {
      if (p == all.size() || all.get(p).entry() != all.get(first).entry()) {
        LibraryEntry entry = library.entries().get(all.get(first).entry());
        out.add(new Stretch(entry, first, all.subList(first, p)));
        first = p;
      }
    }
    return out;
  }

  private static Phrases merged(
      List<LibraryEntry> given, Map<LibraryEntry, List<Phrase>> same, Phrases changed) {
    var known = new IdentityHashMap<>(same);
    stretches(changed).forEach(s -> known.put(s.entry(), s.phrases()));
    Map<String, EntryError> broken =
        changed.errors().stream().collect(Collectors.toMap(EntryError::entry, e -> e, (a, b) -> a));
    var entries = new ArrayList<LibraryEntry>();
    var phrases = new ArrayList<Phrase>();
    var errors = new ArrayList<EntryError>();
    var ids = new HashSet<String>();
    for (LibraryEntry entry : given) {
      List<Phrase> own = known.get(entry);
      if (!ids.add(entry.id())) {
        errors.add(Phrases.twice(entry));
      } else if (own == null) {
        errors.add(broken.get(entry.id()));
      } else {
        own.forEach(phrase -> phrases.add(phrase.movedTo(entries.size())));
        entries.add(entry);
      }
    }
    return new Phrases(
        List.copyOf(entries), List.copyOf(phrases), changed.weights(), List.copyOf(errors));
  }

  private static int[] kept(Phrases library, Map<String, Stretch> old) {
    int[] out = new int[library.phrases().size()];
    for (Stretch now : stretches(library)) {
      Stretch was = old.get(now.entry().id());
      for (int p = 0; p < now.phrases().size(); p++) {
        out[now.first() + p] = was == null ? -1 : was.number(p, now.phrases().get(p).plain());
      }
    }
    return out;
  }

  /** Whether so much is new, such as a whole pack, that what was usual before tells nothing. */
  boolean isMostlyNew() {
    long fresh = Arrays.stream(kept).filter(number -> number < 0).count();
    return fresh > MANY && fresh * FEW > kept.length;
  }

  /** By the number of a phrase before, its number now; below 0 if it is gone. */
  int[] now() {
    int[] out = new int[before];
    Arrays.fill(out, -1);
    for (int p = 0; p < kept.length; p++) {
      if (kept[p] >= 0) {
        out[kept[p]] = p;
      }
    }
    return out;
  }
}
