package io.kouxin.bot.pack;

import io.kouxin.bot.pack.Flaw.Kind;
import io.kouxin.nlp.tagging.LibraryEntry;
import io.kouxin.nlp.tagging.LibraryEntry.Kin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Entries beside each other: what one says must not fall foul of what another one says. */
final class Neighbours {
  /** What a button of the question has room for: the id of the parent and that of the child. */
  private static final int BUTTON_IDS = 86;

  private final Map<String, LibraryItem> byId = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final Map<String, String> phrases = new HashMap<>();

  /** Where two say the same, it belongs to whoever comes first. */
  Neighbours(Collection<LibraryItem> items) {
    for (LibraryItem item : items) {
      byId.putIfAbsent(item.id(), item);
      LibraryEntry entry = item.entry();
      entry.aliases().forEach(alias -> aliases.putIfAbsent(key(entry, alias), entry.id()));
      entry.phrases().forEach(phrase -> phrases.putIfAbsent(key(entry, phrase), entry.id()));
    }
  }

  private static String key(LibraryEntry entry, String text) {
    return entry.language().getLanguage() + " " + EntryRules.said(text);
  }

  /** What is wrong with this entry beside the others. */
  List<Flaw> flaws(LibraryItem item) {
    List<Flaw> flaws = new ArrayList<>();
    parent(item.entry()).ifPresent(flaws::add);
    for (String alias : item.entry().aliases()) {
      alias(item.entry(), alias).ifPresent(flaws::add);
    }
    return flaws;
  }

  private Optional<Flaw> alias(LibraryEntry entry, String alias) {
    String named = aliases.getOrDefault(key(entry, alias), entry.id());
    if (!named.equals(entry.id())) {
      return Optional.of(new Flaw(Kind.ALIAS_SHARED, "aliases", alias, named));
    }
    String said = phrases.getOrDefault(key(entry, alias), entry.id());
    return said.equals(entry.id())
        ? Optional.empty()
        : Optional.of(new Flaw(Kind.ALIAS_IS_PHRASE, "aliases", alias, said));
  }

  private Optional<Flaw> parent(LibraryEntry entry) {
    return entry.kin().parent().flatMap(parent -> parent(entry, parent));
  }

  private Optional<Flaw> parent(LibraryEntry entry, String parent) {
    Optional<LibraryEntry> found = Optional.ofNullable(byId.get(parent)).map(LibraryItem::entry);
    if (parent.equals(entry.id())) {
      return Optional.of(Kind.PARENT_SELF.in("parent", parent));
    }
    if (found.isEmpty()) {
      return Optional.of(Kind.PARENT_UNKNOWN.in("parent", parent));
    }
    if (!found.get().language().getLanguage().equals(entry.language().getLanguage())) {
      return Optional.of(Kind.PARENT_LANGUAGE.in("parent", parent));
    }
    if (parent.length() + entry.id().length() > BUTTON_IDS) {
      return Optional.of(Kind.PARENT_ID_LONG.in("parent", parent));
    }
    return circle(entry).map(round -> Kind.PARENT_CIRCLE.in("parent", round));
  }

  /** The way round, if the parents of this entry lead back to it. */
  private Optional<String> circle(LibraryEntry entry) {
    Set<String> way = new LinkedHashSet<>(List.of(entry.id()));
    Optional<String> next = entry.kin().parent();
    while (next.isPresent() && way.add(next.get())) {
      next = Optional.ofNullable(byId.get(next.get())).flatMap(it -> it.entry().kin().parent());
    }
    return next.filter(entry.id()::equals).map(id -> String.join(" → ", way) + " → " + id);
  }

  /** The entries without what is wrong between them, so that one of them never spoils another. */
  static List<LibraryItem> reconciled(Collection<LibraryItem> items) {
    var neighbours = new Neighbours(items);
    List<LibraryItem> sound = new ArrayList<>();
    for (LibraryItem item : items) {
      List<Flaw> flaws = neighbours.flaws(item);
      sound.add(flaws.isEmpty() ? item : item.with(without(item.entry(), flaws)));
    }
    return sound;
  }

  private static LibraryEntry without(LibraryEntry entry, List<Flaw> flaws) {
    Set<String> bad = new HashSet<>();
    flaws.stream().filter(it -> it.field().equals("aliases")).forEach(it -> bad.add(it.value()));
    boolean orphan = flaws.stream().anyMatch(flaw -> flaw.field().equals("parent"));
    return new LibraryEntry(
        entry.id(),
        entry.kind(),
        entry.label(),
        entry.phrases(),
        entry.industry(),
        entry.language(),
        entry.aliases().stream().filter(alias -> !bad.contains(alias)).toList(),
        orphan ? new Kin(entry.kin().group(), Optional.empty()) : entry.kin(),
        entry.contrast());
  }
}
