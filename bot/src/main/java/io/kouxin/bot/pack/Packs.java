package io.kouxin.bot.pack;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The installed packs. The store is the truth; the jar only brings the first version of each. */
public final class Packs {
  private final LibraryStore store;
  private final LibraryEntries entries;

  /** The packs in this store. */
  public Packs(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this(jdbc, transaction, clock, () -> {});
  }

  /**
   * The packs in a store of several nodes.
   *
   * @param changed is told after each change of this node, so that others look sooner
   */
  public Packs(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, Runnable changed) {
    store = new LibraryStore(jdbc, transaction, clock, changed);
    entries = new LibraryEntries(store);
  }

  /** The library as people edit it. */
  public LibraryEntries entries() {
    return entries;
  }

  /** What all packs and edits say, as this node knows it: a field access, never a query. */
  public Library library() {
    return store.snapshot();
  }

  /** Asks the store whether another node has changed something, and reads it if so. */
  public Library refresh() {
    return store.refresh();
  }

  /** Every version in the store, in the order of installation. */
  public List<InstalledPack> list() {
    return store.installed();
  }

  /**
   * Installs from the jar those of these packs of which the store has no version; for the first
   * start. A pack that is there, in whatever version, is left alone.
   *
   * @param ids in the order in which they are to be heard
   * @return those that were not there
   * @throws IOException when the jar has no such pack
   */
  public List<Installation> installMissing(List<String> ids) throws IOException {
    List<Installation> done = new ArrayList<>();
    for (String id : ids) {
      if (list().stream().noneMatch(pack -> pack.id().equals(id))) {
        done.add(install(PackFiles.ofClassPath(id)));
      }
    }
    return done;
  }

  /** Puts a pack into the store and into use; a broken one changes nothing. */
  public Installation install(PackFiles files) {
    Map<String, Pack> present = new TreeMap<>();
    refresh().packs().forEach(pack -> present.put(pack.id(), pack));
    PackReading reading = new PackReader(id -> Optional.ofNullable(present.get(id))).read(files);
    if (!reading.isSound()) {
      return new Installation.Refused(reading.problems());
    }
    return install(reading.pack().orElseThrow(), files.texts());
  }

  private Installation install(Pack pack, Map<String, String> files) {
    Optional<Map<String, String>> there = store.files(pack.id(), pack.version());
    if (there.isPresent() && !there.get().equals(files)) {
      return new Installation.Refused(List.of(sameVersion(pack)));
    }
    store.change(
        library -> true,
        () -> {
          if (store.files(pack.id(), pack.version()).isEmpty()) {
            store.insert(pack.id(), pack.version(), files);
          }
          store.activate(pack.id(), pack.version());
        });
    return new Installation.Installed(pack.id(), pack.version());
  }

  /**
   * Puts another installed version of a pack into use, to go back or forward.
   *
   * @return false, and nothing happens, when that version is not installed
   */
  public boolean activate(String id, String version) {
    return store.change(
        library -> store.files(id, version).isPresent(), () -> store.activate(id, version));
  }

  private static PackProblem sameVersion(Pack pack) {
    return PackProblem.ofFile(
        PackReader.HEAD,
        "version " + pack.version() + " is installed already, with other content",
        "count the version up");
  }
}
