package io.kouxin.bot.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The library as people edit it. Edits lie over the packs and survive their upgrades; deleting a
 * pack's entry hides it.
 */
public final class LibraryEntries {
  private final LibraryStore store;

  LibraryEntries(LibraryStore store) {
    this.store = store;
  }

  /** All entries as they were written, without what was learned. */
  public List<LibraryItem> list() {
    return store.snapshot().written();
  }

  /** The entry with this id as it was written; empty for a hidden one too. */
  public Optional<LibraryItem> get(String id) {
    return list().stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /**
   * Adds an entry, in version 1.
   *
   * @return false, and nothing happens, when there is one with its id
   * @throws InvalidLibraryEntry when it could never be matched, or falls foul of another
   */
  public boolean create(LibraryItem item) {
    check(item);
    return store.change(now -> now.item(item.id()).isEmpty(), () -> store.edit(item.inVersion(1)));
  }

  /**
   * Replaces the entry with the same id by its next version.
   *
   * @return false, and nothing happens, when there is none
   * @throws InvalidLibraryEntry when it could never be matched, or falls foul of another
   */
  public boolean update(LibraryItem item) {
    check(item);
    return store.change(
        now -> now.item(item.id()).isPresent(),
        () -> store.edit(item.inVersion(1 + get(item.id()).orElse(item).notes().version())));
  }

  /**
   * Takes an entry out of use.
   *
   * @return false, and nothing happens, when there is none
   */
  public boolean delete(String id) {
    return store.change(
        now -> now.item(id).isPresent(),
        () -> {
          if (store.snapshot().packs().stream().anyMatch(pack -> has(pack, id))) {
            store.hide(id);
          } else {
            store.forget(id);
          }
        });
  }

  /**
   * Lays something learned over its entry.
   *
   * @param alongside is written in the same transaction
   * @return false, and nothing happens, when there is no such entry
   */
  public boolean teach(Taught lesson, Runnable alongside) {
    return store.change(
        now -> now.item(lesson.entry()).isPresent(),
        () -> {
          store.teach(lesson);
          alongside.run();
        });
  }

  /**
   * Takes it away again; harmless when it was not there.
   *
   * @param alongside is written in the same transaction
   */
  public void unteach(Taught lesson, Runnable alongside) {
    store.change(
        now -> true,
        () -> {
          store.unteach(lesson);
          alongside.run();
        });
  }

  /** Grows with every change of packs and entries, on every node; one cheap query. */
  public long version() {
    return store.version();
  }

  /** What is wrong with this entry among the others; what is wrong is left out when matching. */
  public List<Flaw> flaws(LibraryItem item) {
    List<LibraryItem> all = new ArrayList<>(list());
    all.removeIf(other -> other.id().equals(item.id()));
    all.add(item);
    return new Looked(all, store.snapshot()).flaws(item);
  }

  /** The same for all entries that have something wrong, by their ids. */
  public Map<String, List<Flaw>> flaws() {
    var looked = new Looked(list(), store.snapshot());
    Map<String, List<Flaw>> found = new LinkedHashMap<>();
    for (LibraryItem item : list()) {
      List<Flaw> flaws = looked.flaws(item);
      if (!flaws.isEmpty()) {
        found.put(item.id(), flaws);
      }
    }
    return found;
  }

  /** Entries that are looked at together. */
  private record Looked(Neighbours neighbours, Set<String> entries, Set<String> playbooks) {
    Looked(List<LibraryItem> all, Library now) {
      this(
          new Neighbours(all),
          all.stream().map(LibraryItem::id).collect(Collectors.toSet()),
          now.playbooks().stream().map(Playbook::id).collect(Collectors.toSet()));
    }

    List<Flaw> flaws(LibraryItem item) {
      List<Flaw> flaws = new ArrayList<>(item.flaws());
      flaws.addAll(neighbours.flaws(item));
      item.playbook()
          .filter(id -> !playbooks.contains(id))
          .ifPresent(id -> flaws.add(Flaw.Kind.PLAYBOOK_UNKNOWN.in("playbook", id)));
      item.ask().stream()
          .flatMap(ask -> ask.choices().stream())
          .flatMap(choice -> choice.entry().stream())
          .filter(id -> !entries.contains(id))
          .forEach(id -> flaws.add(Flaw.Kind.CHOICE_UNKNOWN.in("ask", id)));
      return flaws;
    }
  }

  private static boolean has(Pack pack, String id) {
    return pack.library().stream().anyMatch(item -> item.id().equals(id));
  }

  private void check(LibraryItem item) {
    List<Flaw> flaws = flaws(item);
    if (!flaws.isEmpty()) {
      throw new InvalidLibraryEntry(flaws);
    }
  }
}
