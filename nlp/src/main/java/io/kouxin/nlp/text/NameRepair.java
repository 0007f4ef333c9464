package io.kouxin.nlp.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts names where a recogniser was unsure and wrote something that sounds like them: it has never
 * heard of the company's customers and products, and writes everyday words in their place. Careful
 * by intent, because a name that is put where none was said is worse than one that is missed: a
 * word that was heard with confidence stays, a common word stays unless most of a long name stands
 * around it, and of two names that sound alike neither is chosen. Safe for many threads.
 */
public final class NameRepair {
  /** Changes nothing. */
  public static final NameRepair NONE = of(List.of());

  private static final int LONGEST = 12;

  private final Map<String, List<SoundedName>> byKey = new HashMap<>();
  private final Set<Integer> lengths = new TreeSet<>(Comparator.reverseOrder());

  private NameRepair() {}

  /**
   * Knows these names.
   *
   * @param names any; those that are not Chinese, shorter than two or longer than twelve characters
   *     are passed over
   */
  public static NameRepair of(Collection<String> names) {
    var repair = new NameRepair();
    for (String name : new LinkedHashSet<>(names)) {
      String plain = name.strip();
      boolean fits = plain.length() >= 2 && plain.length() <= LONGEST;
      if (fits && plain.chars().allMatch(PlainText::isHan)) {
        repair.add(SoundedName.of(plain));
      }
    }
    return repair;
  }

  private void add(SoundedName name) {
    List<String> folded = name.syllables().stream().map(Pinyin::fold).toList();
    lengths.add(name.length());
    put(SoundedName.key(folded, -1), name);
    for (int open = 0; name.length() >= NameFit.LONG && open < name.length(); open++) {
      put(SoundedName.key(folded, open), name);
    }
  }

  private void put(String key, SoundedName name) {
    byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(name);
  }

  /**
   * The words with the names in their places.
   *
   * @param raw what was heard
   * @param words its words in order, with their places in it; without them nothing is changed
   */
  public Repaired repair(String raw, List<HeardWord> words) {
    boolean sure = words.stream().noneMatch(word -> word.confidence() < NameFit.SURE);
    if (byKey.isEmpty() || sure) {
      return new Repaired(raw, List.of());
    }
    var reading = new HeardReading(raw, words);
    List<NameFit> chosen = new ArrayList<>();
    var taken = new HashSet<Integer>();
    for (int length : lengths) {
      for (int from = 0; from < words.size(); from++) {
        reading
            .window(from, length)
            .flatMap(this::fit)
            .filter(fit -> fit.places().noneMatch(taken::contains))
            .ifPresent(
                fit -> {
                  fit.places().forEach(taken::add);
                  chosen.add(fit);
                });
      }
    }
    return written(raw, chosen);
  }

  /** The one name that is meant here; also one that stands here already, so that it stays. */
  private Optional<NameFit> fit(HeardReading.Window window) {
    Set<SoundedName> names = new LinkedHashSet<>();
    for (int open = -1; open < window.length(); open++) {
      names.addAll(byKey.getOrDefault(SoundedName.key(window.folded(), open), List.of()));
    }
    List<NameFit> fits =
        names.stream()
            .map(name -> new NameFit(window, name))
            .filter(NameFit::isMeant)
            .sorted(Comparator.comparingInt(NameFit::distance))
            .toList();
    boolean alone = fits.size() == 1 || (fits.size() > 1 && fits.get(0).beats(fits.get(1)));
    return alone ? Optional.of(fits.getFirst()) : Optional.empty();
  }

  private static Repaired written(String raw, List<NameFit> chosen) {
    var text = new StringBuilder(raw);
    List<Repaired.Repair> repairs = new ArrayList<>();
    // Sound for sound: a name is as long as what was heard, so that no place moves.
    chosen.stream()
        .filter(NameFit::changes)
        .sorted(Comparator.comparingInt(fit -> fit.window().start()))
        .forEach(
            fit -> {
              int start = fit.window().start();
              int end = start + fit.window().length();
              text.replace(start, end, fit.name().text());
              repairs.add(new Repaired.Repair(new Span(start, end), raw.substring(start, end)));
            });
    return new Repaired(text.toString(), repairs);
  }
}
