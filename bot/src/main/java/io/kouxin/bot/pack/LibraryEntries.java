package io.kouxin.bot.pack;

import java.util.List;
import java.util.Optional;

/**
 * The library as people edit it. Edits lie over the packs and survive their upgrades; deleting a
 * pack's entry hides it.
 */
public final class LibraryEntries {
  private final LibraryStore store;

  LibraryEntries(LibraryStore store) {
    this.store = store;
  }

  /** All entries as they stand. */
  public List<LibraryItem> list() {
    return store.snapshot().items();
  }

  /** The entry with this id; empty for a hidden one too. */
  public Optional<LibraryItem> get(String id) {
    return store.snapshot().item(id);
  }

  /**
   * Adds an entry.
   *
   * @return false, and nothing happens, when there is one with its id
   * @throws InvalidLibraryEntry when it could never be matched
   */
  public boolean create(LibraryItem item) {
    check(item);
    return store.change(now -> now.item(item.id()).isEmpty(), () -> store.edit(item));
  }

  /**
   * Replaces the entry with the same id.
   *
   * @return false, and nothing happens, when there is none
   * @throws InvalidLibraryEntry when it could never be matched
   */
  public boolean update(LibraryItem item) {
    check(item);
    return store.change(now -> now.item(item.id()).isPresent(), () -> store.edit(item));
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

  /** Grows with every change of packs and entries, on every node; one cheap query. */
  public long version() {
    return store.version();
  }

  private static boolean has(Pack pack, String id) {
    return pack.library().stream().anyMatch(item -> item.id().equals(id));
  }

  private static void check(LibraryItem item) {
    if (!item.faults().isEmpty()) {
      throw new InvalidLibraryEntry(item.faults());
    }
  }
}
